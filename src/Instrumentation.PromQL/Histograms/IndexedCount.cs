namespace Instrumentation.PromQL.Histograms;

/// <summary>The count of one bucket.</summary>
/// <param name="Index">The bucket's place in its schema.</param>
/// <param name="Count">How many observations fell into it.</param>
public readonly record struct IndexedCount(int Index, double Count);
