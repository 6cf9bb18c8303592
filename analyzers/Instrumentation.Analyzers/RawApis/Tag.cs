using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.RawApis;

/// <summary>A tag that a call of another metrics library gives to a measurement.</summary>
/// <param name="Name">Its name; null when it is not known at compile time.</param>
/// <param name="Value">Its value.</param>
internal readonly record struct Tag(string? Name, IOperation Value);
