using System.Globalization;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace Instrumentation.Conformance.Tests.Symbols;

/// <summary>An assembly and its debug symbols, wherever they are, as a debugger reads them.</summary>
internal sealed partial class Symbols : IDisposable
{
    private static readonly Guid s_hoistedScopes = new("6DA9A61E-F8C7-4874-BE62-68BC5630DF71");
    private static readonly Guid s_asyncStepping = new("54FD2AC5-E925-401A-9C2A-F94F171072F8");
    private static readonly Guid s_sourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    private readonly PEReader _file;
    private readonly MetadataReaderProvider _provider;
    private readonly MetadataReader _metadata;
    private readonly MetadataReader _symbols;

    public Symbols(string assembly)
    {
        _file = new PEReader(File.OpenRead(assembly));
        Assert.True(_file.TryOpenAssociatedPortablePdb(assembly, File.OpenRead, out var provider, out var path), $"{assembly} has no symbols that fit.");
        IsEmbedded = path is null;
        _provider = provider!;
        _metadata = _file.GetMetadataReader();
        _symbols = _provider.GetMetadataReader();
    }

    public bool IsEmbedded { get; }

    public string SourceLink => System.Text.Encoding.UTF8.GetString(Info(EntityHandle.ModuleDefinition, s_sourceLink)!);

    public void Dispose()
    {
        _provider.Dispose();
        _file.Dispose();
    }

    /// <summary>
    /// What a debugger knows of each method that was written by hand, by type and name; a twin stands under the name of the method whose body it
    /// holds, a state machine's MoveNext under its type's name.
    /// </summary>
    public SortedDictionary<string, string> Methods()
    {
        var methods = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var handle in _metadata.MethodDefinitions)
        {
            var debug = _symbols.GetMethodDebugInformation(handle);
            var points = debug.GetSequencePoints().Where(point => !point.IsHidden).ToArray();
            var files = points.Select(point => Path.GetFileName(_symbols.GetString(_symbols.GetDocument(point.Document).Name))).Distinct().ToArray();
            if (files.Length == 0 || files.Any(file => file.EndsWith(".g.cs", StringComparison.Ordinal)))
            {
                continue;
            }

            var name = Name(_metadata.GetMethodDefinition(handle));
            // Overloads and lambdas of one name are told apart by where they are.
            var key = string.Create(CultureInfo.InvariantCulture, $"{name} {files[0]}:{points.Min(point => point.StartLine)}");
            methods[key] = string.Join('\n', Describe(handle, debug, points));
        }

        return methods;
    }

    private IEnumerable<string> Describe(MethodDefinitionHandle method, MethodDebugInformation debug, SequencePoint[] points)
    {
        yield return "lines " + string.Join(' ', points.Select(point => string.Create(
            CultureInfo.InvariantCulture, $"{point.StartLine},{point.StartColumn}-{point.EndLine},{point.EndColumn}")));
        foreach (var scope in _symbols.GetLocalScopes(method).Select(_symbols.GetLocalScope))
        {
            foreach (var local in scope.GetLocalVariables().Select(_symbols.GetLocalVariable))
            {
                yield return $"local {_symbols.GetString(local.Name)} {local.Index}";
            }
        }

        if (debug.GetStateMachineKickoffMethod() is { IsNil: false } kickoff)
        {
            yield return $"of {Name(_metadata.GetMethodDefinition(kickoff))}";
        }

        if (Info(method, s_hoistedScopes) is { } scopes)
        {
            yield return $"hoisted scopes {scopes.Length / 8}";
        }

        if (Info(method, s_asyncStepping) is { } stepping)
        {
            yield return $"awaits {Awaits(stepping, method)}";
        }
    }

    /// <summary>
    /// The number of places where the debugger steps over an await. Each: where the method gives way, where it goes on, and in which method, which
    /// must be this one or stepping ends there.
    /// </summary>
    private unsafe int Awaits(byte[] stepping, MethodDefinitionHandle method)
    {
        fixed (byte* start = stepping)
        {
            var blob = new BlobReader(start, stepping.Length);
            blob.ReadUInt32();
            var awaits = 0;
            for (; blob.RemainingBytes > 0; awaits++)
            {
                blob.ReadUInt32();
                blob.ReadUInt32();
                Assert.Equal(MetadataTokens.GetRowNumber(method), blob.ReadCompressedInteger());
            }

            return awaits;
        }
    }

    private byte[]? Info(EntityHandle parent, Guid kind) => _symbols.GetCustomDebugInformation(parent)
        .Select(_symbols.GetCustomDebugInformation)
        .Where(info => _symbols.GetGuid(info.Kind) == kind)
        .Select(info => _symbols.GetBlobBytes(info.Value))
        .SingleOrDefault();

    private string Name(MethodDefinition method)
    {
        var type = _metadata.GetTypeDefinition(method.GetDeclaringType());
        var typeName = _metadata.GetString(type.Name);
        for (var outer = type.GetDeclaringType(); !outer.IsNil; outer = type.GetDeclaringType())
        {
            type = _metadata.GetTypeDefinition(outer);
            typeName = $"{_metadata.GetString(type.Name)}/{typeName}";
        }

        // Explicit implementations bear the interface's name before their own, which their twins do not.
        var name = Explicit().Replace(_metadata.GetString(method.Name), "");
        return Ordinals().Replace($"{typeName}.{Twin().Replace(name, "")}", "");
    }

    [GeneratedRegex(@"^.+\.(?=[^.>]+$)")]
    private static partial Regex Explicit();

    [GeneratedRegex(@"__Body\d*_*")]
    private static partial Regex Twin();

    /// <summary>The numbers that the compiler gives lambdas, closures and state machines; they count methods, and monitored types have more.</summary>
    [GeneratedRegex(@"(?<=[A-Za-z|_])\d+(_\d+)?")]
    private static partial Regex Ordinals();
}
