namespace Instrumentation.Generator.Model;

/// <summary>The argument that a label's value comes from.</summary>
/// <param name="Parameter">The parameter's name as it is written in code.</param>
/// <param name="Type">The parameter's type as it is written in code.</param>
/// <param name="Indexing">How the index is found.</param>
/// <param name="Cases">The declared values; empty unless <paramref name="Indexing"/> is <see cref="LabelIndexing.Cases"/>.</param>
/// <param name="NullIndex">The index of null; -1 where the type has none.</param>
/// <param name="OtherIndex">The index of everything undeclared; -1 where nothing can be.</param>
/// <param name="Unsigned">The unsigned type that an enum is range-checked in.</param>
/// <param name="IsGeneric">Whether the type names type parameters of the method.</param>
internal sealed record LabelArgument(
    string Parameter,
    string Type,
    LabelIndexing Indexing,
    EquatableArray<LabelCase> Cases,
    int NullIndex,
    int OtherIndex,
    string Unsigned,
    bool IsGeneric);
