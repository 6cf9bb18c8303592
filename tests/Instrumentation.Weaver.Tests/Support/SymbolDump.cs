using System.Collections.Immutable;
using System.Globalization;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Instrumentation.Weaver.Tests.Support;

/// <summary>The debug information of an assembly as text, method by method, with names in the place of row numbers.</summary>
internal sealed class SymbolDump : IDisposable
{
    private static readonly Guid s_asyncStepping = new("54FD2AC5-E925-401A-9C2A-F94F171072F8");

    private readonly PEReader _image;
    private readonly MetadataReaderProvider _provider;
    private readonly MetadataReader _metadata;
    private readonly MetadataReader _symbols;

    public SymbolDump(Compiled compiled)
    {
        _image = new PEReader(ImmutableArray.Create(compiled.Assembly));
        _metadata = _image.GetMetadataReader();
        Entries = _image.ReadDebugDirectory();
        _provider = compiled.Symbols is { } symbols
            ? MetadataReaderProvider.FromPortablePdbImage(ImmutableArray.Create(symbols))
            : _image.ReadEmbeddedPortablePdbDebugDirectoryData(Entries.Single(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb));
        _symbols = _provider.GetMetadataReader();
    }

    public ImmutableArray<DebugDirectoryEntry> Entries { get; }

    public CodeViewDebugDirectoryData CodeView => _image.ReadCodeViewDebugDirectoryData(Entries.Single(entry => entry.Type == DebugDirectoryEntryType.CodeView));

    public PdbChecksumDebugDirectoryData Checksum => _image.ReadPdbChecksumDebugDirectoryData(Entries.Single(entry => entry.Type == DebugDirectoryEntryType.PdbChecksum));

    public BlobContentId SymbolId => new(_symbols.DebugMetadataHeader!.Id);

    public Guid Mvid => _metadata.GetGuid(_metadata.GetModuleDefinition().Mvid);

    public IReadOnlyList<string> Documents => [.. _symbols.Documents.Select(handle => _symbols.GetDocument(handle)).Select(document =>
        $"{_symbols.GetString(document.Name)} {_symbols.GetGuid(document.Language)} {_symbols.GetGuid(document.HashAlgorithm)} {Convert.ToHexString(_symbols.GetBlobBytes(document.Hash))}")];

    /// <summary>What the symbols say beside methods: of the module, of documents, and of types.</summary>
    public IReadOnlyList<string> OtherInformation => [.. _symbols.CustomDebugInformation.Select(handle => _symbols.GetCustomDebugInformation(handle))
        .Where(information => information.Parent.Kind is HandleKind.ModuleDefinition or HandleKind.Document or HandleKind.TypeDefinition)
        .Select(information => $"{Parent(information.Parent)} {_symbols.GetGuid(information.Kind)} {Convert.ToHexString(_symbols.GetBlobBytes(information.Value))}")
        .Order(StringComparer.Ordinal)];

    public IReadOnlyDictionary<string, string> Methods => _metadata.MethodDefinitions.ToDictionary(Name, Describe);

    public void Dispose()
    {
        _provider.Dispose();
        _image.Dispose();
    }

    private string Parent(EntityHandle parent) => parent.Kind switch
    {
        HandleKind.TypeDefinition => _metadata.GetString(_metadata.GetTypeDefinition((TypeDefinitionHandle)parent).Name),
        HandleKind.Document => _symbols.GetString(_symbols.GetDocument((DocumentHandle)parent).Name),
        _ => "module",
    };

    private string Name(MethodDefinitionHandle handle)
    {
        var method = _metadata.GetMethodDefinition(handle);
        return $"{_metadata.GetString(_metadata.GetTypeDefinition(method.GetDeclaringType()).Name)}.{_metadata.GetString(method.Name)}";
    }

    private string Describe(MethodDefinitionHandle handle)
    {
        var information = _symbols.GetMethodDebugInformation(handle);
        var lines = information.GetSequencePoints().Select(point => point.IsHidden
            ? $"{point.Offset:x}: hidden"
            : $"{point.Offset:x}: {_symbols.GetString(_symbols.GetDocument(point.Document).Name)} {point.StartLine},{point.StartColumn}-{point.EndLine},{point.EndColumn}").ToList();
        lines.AddRange(_symbols.GetLocalScopes(handle).Select(scope => _symbols.GetLocalScope(scope)).Select(scope =>
            $"scope {scope.StartOffset:x}+{scope.Length:x} imports {Imports(scope.ImportScope)}: {string.Join(' ', scope.GetLocalVariables().Select(Variable))} {string.Join(' ', scope.GetLocalConstants().Select(Constant))}"));
        if (information.GetStateMachineKickoffMethod() is { IsNil: false } kickOff)
        {
            lines.Add($"started by {Name(kickOff)}");
        }

        lines.AddRange(Custom(handle));
        return string.Join('\n', lines);
    }

    private string Variable(LocalVariableHandle handle)
    {
        var variable = _symbols.GetLocalVariable(handle);
        return $"{variable.Index}={_symbols.GetString(variable.Name)}/{variable.Attributes}[{string.Join(' ', Custom(handle))}]";
    }

    private string Constant(LocalConstantHandle handle)
    {
        var constant = _symbols.GetLocalConstant(handle);
        return $"const {_symbols.GetString(constant.Name)}={Convert.ToHexString(_symbols.GetBlobBytes(constant.Signature))}";
    }

    private string Imports(ImportScopeHandle handle) =>
        string.Join(',', _symbols.GetImportScope(handle).GetImports().Select(import => import.Kind != ImportDefinitionKind.ImportNamespace
            ? import.Kind.ToString()
            : System.Text.Encoding.UTF8.GetString(_symbols.GetBlobBytes(import.TargetNamespace))));

    private IEnumerable<string> Custom(EntityHandle parent) => _symbols.GetCustomDebugInformation(parent)
        .Select(handle => _symbols.GetCustomDebugInformation(handle))
        .Select(information => _symbols.GetGuid(information.Kind) is var kind && kind == s_asyncStepping
            ? Stepping(_symbols.GetBlobReader(information.Value))
            : $"{kind} {Convert.ToHexString(_symbols.GetBlobBytes(information.Value))}")
        .Order(StringComparer.Ordinal);

    private string Stepping(BlobReader blob)
    {
        var parts = new List<string> { blob.ReadUInt32().ToString("x", CultureInfo.InvariantCulture) };
        while (blob.RemainingBytes > 0)
        {
            parts.Add($"{blob.ReadUInt32():x}>{blob.ReadUInt32():x} in {Name(MetadataTokens.MethodDefinitionHandle(blob.ReadCompressedInteger()))}");
        }

        return $"stepping {string.Join(' ', parts)}";
    }
}
