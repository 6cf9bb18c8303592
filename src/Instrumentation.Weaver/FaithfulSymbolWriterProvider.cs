using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Instrumentation.Weaver;

/// <summary>Writes symbols as Cecil does, and keeps what Cecil would drop.</summary>
internal sealed class FaithfulSymbolWriterProvider(bool embedded, string path, IReadOnlyList<Document> documents) : ISymbolWriterProvider
{
    public ISymbolWriter GetSymbolWriter(ModuleDefinition module, string fileName) =>
        Wrap(embedded ? new EmbeddedPortablePdbWriterProvider().GetSymbolWriter(module, "embedded.pdb") : throw new NotSupportedException());

    public ISymbolWriter GetSymbolWriter(ModuleDefinition module, Stream symbolStream) =>
        Wrap(new PortablePdbWriterProvider().GetSymbolWriter(module, symbolStream));

    private FaithfulSymbolWriter Wrap(ISymbolWriter writer) => new(writer, path, documents);
}
