namespace Instrumentation.Conformance.Tests.Catalogue;

/// <summary>One section of the list, and its items.</summary>
internal sealed record ConformanceSection(string Title, IReadOnlyList<string> Items);
