namespace Instrumentation.PromQL.Evaluation.Functions;

/// <summary>A bucket of a classic histogram.</summary>
/// <param name="UpperBound">The label <c>le</c>.</param>
/// <param name="Count">How many observations are at or below the bound.</param>
internal readonly record struct Bucket(double UpperBound, double Count);
