using Instrumentation.PromQL.Histograms;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Evaluation;

/// <summary>One series of a range vector or of a range query's result.</summary>
/// <param name="Labels">The series.</param>
/// <param name="Points">Its values in order of time.</param>
public sealed record ResultSeries(Labels Labels, IReadOnlyList<Point> Points);

/// <summary>A value at a time.</summary>
/// <param name="Time">Milliseconds since 1970.</param>
/// <param name="Value">The value; of no meaning if there is a histogram.</param>
/// <param name="Histogram">The native histogram, where the sample is one.</param>
public readonly record struct Point(long Time, double Value, NativeHistogram? Histogram = null);
