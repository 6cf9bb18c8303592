namespace Instrumentation.Generator.Model;

/// <summary>A type parameter of a monitored method.</summary>
/// <param name="Name">As it is written in code.</param>
/// <param name="Declaration">The name as the twins declare it, with the attributes that trimming goes by.</param>
/// <param name="Constraints">The whole clause, such as <c>where T : class, new()</c>; empty when there is none.</param>
internal sealed record TypeParameterModel(string Name, string Declaration, string Constraints);
