namespace Instrumentation.Generator.Model;

/// <summary>An operation of a type, and the name of the field that holds it.</summary>
internal sealed record OperationField(string Name, DefinitionModel Definition);
