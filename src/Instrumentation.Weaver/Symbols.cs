using System.IO.Compression;
using System.Text;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Instrumentation.Weaver;

/// <summary>The debug symbols of the assembly that is being woven: none, a portable file beside it, or embedded in it.</summary>
internal sealed class Symbols
{
    // Second 16 bits of a CodeView entry's version: "PM" says that the symbols it names are portable.
    private const short PortableCodeView = 0x504D;

    private readonly ISymbolWriterProvider? _writer;
    private readonly bool _embedded;

    private Symbols(ISymbolWriterProvider? writer = null, bool embedded = false)
    {
        _writer = writer;
        _embedded = embedded;
    }

    /// <summary>Attaches the symbols to the module.</summary>
    /// <returns>What is wrong with them, or null.</returns>
    public static WeavingProblem? Read(string assembly, ModuleDefinition module, byte[]? file, out Symbols symbols)
    {
        symbols = new Symbols();
        var entries = module.GetDebugHeader().Entries;
        var codeView = entries.FirstOrDefault(entry => entry.Directory.Type == ImageDebugType.CodeView);
        var embedded = entries.FirstOrDefault(entry => entry.Directory.Type == ImageDebugType.EmbeddedPortablePdb);
        if (codeView is null)
        {
            return null;
        }

        if (codeView.Directory.MinorVersion != PortableCodeView)
        {
            return WeavingProblems.WindowsSymbols(assembly);
        }

        var content = embedded is null ? file : Decompress(embedded.Data);
        if (content is null)
        {
            return WeavingProblems.SymbolsDoNotMatch(assembly, symbols: null);
        }

        try
        {
            module.ReadSymbols(embedded is null
                ? new PortablePdbReaderProvider().GetSymbolReader(module, new MemoryStream(content))
                : new EmbeddedPortablePdbReaderProvider().GetSymbolReader(module, string.Empty));
        }
        catch (SymbolsNotMatchingException)
        {
            return WeavingProblems.SymbolsDoNotMatch(assembly, Path.ChangeExtension(assembly, ".pdb"));
        }

        symbols = new Symbols(
            new FaithfulSymbolWriterProvider(embedded is not null, PathIn(codeView), DocumentTable.Read(content, module.SymbolReader)),
            embedded is not null);
        return null;
    }

    /// <summary>Has the symbols written along. Returns where the symbol file will be, or null when there is none.</summary>
    public MemoryStream? Prepare(WriterParameters parameters)
    {
        if (_writer is null)
        {
            return null;
        }

        parameters.WriteSymbols = true;
        parameters.SymbolWriterProvider = _writer;
        if (_embedded)
        {
            return null;
        }

        var file = new MemoryStream();
        parameters.SymbolStream = file;
        return file;
    }

    private static byte[] Decompress(byte[] embedded)
    {
        // Signature and length go before the compressed file.
        using var compressed = new DeflateStream(new MemoryStream(embedded, 8, embedded.Length - 8), CompressionMode.Decompress);
        var content = new MemoryStream();
        compressed.CopyTo(content);
        return content.ToArray();
    }

    // "RSDS", the file's identity in 16 bytes, its age in 4, then its path.
    private static string PathIn(ImageDebugHeaderEntry codeView) =>
        Encoding.UTF8.GetString(codeView.Data, 24, codeView.Data.Length - 24).TrimEnd('\0');
}
