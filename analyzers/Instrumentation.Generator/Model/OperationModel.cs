namespace Instrumentation.Generator.Model;

/// <summary>One monitored method: all that its wrapper is printed from.</summary>
internal sealed record OperationModel
{
    public required TypeModel Type { get; init; }

    public required MethodModel Method { get; init; }

    /// <summary>Null for a refused partial method, which still gets a body: one that only passes the call on.</summary>
    public required DefinitionModel? Definition { get; init; }

    /// <summary>Where the labels' values come from, in the order of the definition's labels.</summary>
    public required EquatableArray<LabelArgument> Labels { get; init; }

    public required CallShape Shape { get; init; }
}
