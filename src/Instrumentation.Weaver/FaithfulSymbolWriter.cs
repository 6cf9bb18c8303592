using System.Text;
using Mono.Cecil.Cil;

namespace Instrumentation.Weaver;

/// <summary>Cecil's symbol writer, with all documents in their old order and the path under which debuggers look for the symbol file.</summary>
internal sealed class FaithfulSymbolWriter(ISymbolWriter inner, string path, IReadOnlyList<Document> documents) : ISymbolWriter
{
    private bool _documentsWritten;

    public ISymbolReaderProvider GetReaderProvider() => inner.GetReaderProvider();

    public ImageDebugHeader GetDebugHeader() => new([.. inner.GetDebugHeader().Entries.Select(WithPath)]);

    public void Write(MethodDebugInformation info)
    {
        if (!_documentsWritten && info.HasSequencePoints)
        {
            _documentsWritten = true;
            WriteDocuments(info);
        }

        inner.Write(info);
    }

    public void Write(ICustomDebugInformationProvider provider) => inner.Write(provider);

    public void Write() => inner.Write();

    public void Dispose() => inner.Dispose();

    // A document gets its row when a sequence point first names it. So the first method that has any is written twice: once with one point for
    // each document and nothing else, then, over that, as it is. (One without points would not overwrite, and keep what is not its own.)
    private void WriteDocuments(MethodDebugInformation info)
    {
        var points = info.SequencePoints.ToList();
        var information = info.Method.CustomDebugInformations.ToList();
        var (scope, kickOff) = (info.Scope, info.StateMachineKickOffMethod);
        (info.Scope, info.StateMachineKickOffMethod) = (null, null);
        info.Method.CustomDebugInformations.Clear();
        info.SequencePoints.Clear();
        foreach (var document in documents)
        {
            info.SequencePoints.Add(new SequencePoint(Instruction.Create(OpCodes.Nop), document) { StartLine = 1, EndLine = 1, StartColumn = 1, EndColumn = 2 });
        }

        inner.Write(info);

        info.SequencePoints.Clear();
        points.ForEach(info.SequencePoints.Add);
        information.ForEach(info.Method.CustomDebugInformations.Add);
        (info.Scope, info.StateMachineKickOffMethod) = (scope, kickOff);
    }

    private ImageDebugHeaderEntry WithPath(ImageDebugHeaderEntry entry)
    {
        if (entry.Directory.Type != ImageDebugType.CodeView)
        {
            return entry;
        }

        byte[] data = [.. entry.Data.Take(24), .. Encoding.UTF8.GetBytes(path), 0];
        var directory = entry.Directory;
        directory.SizeOfData = data.Length;
        return new ImageDebugHeaderEntry(directory, data);
    }
}
