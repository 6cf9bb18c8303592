namespace Instrumentation.Generator.Model.Metrics;

/// <summary>A value that is recorded.</summary>
/// <param name="Kind">How it becomes a number.</param>
/// <param name="IsNullable">Whether there may be none, and then nothing is recorded.</param>
/// <param name="Total">The property of a TimeSpan that gives it in the metric's unit; empty for other values.</param>
internal sealed record ValueModel(ValueKind Kind, bool IsNullable, string Total);
