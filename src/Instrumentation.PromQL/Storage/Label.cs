namespace Instrumentation.PromQL.Storage;

/// <summary>A label of a series.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The value; never empty within <see cref="Labels"/>.</param>
public readonly record struct Label(string Name, string Value);
