namespace Instrumentation.Generator.Model;

/// <summary>A declared value of an argument and its index among the label's values.</summary>
/// <param name="Pattern">A constant as it is written in code.</param>
/// <param name="Index">The index.</param>
internal sealed record LabelCase(string Pattern, int Index);
