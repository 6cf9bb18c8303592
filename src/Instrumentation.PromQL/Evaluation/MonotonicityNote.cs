using System.Globalization;
using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Evaluation;

/// <summary>Where and by how much buckets of a classic histogram were not monotonic.</summary>
internal sealed record MonotonicityNote(
    string MetricName, SourceRange Range, long FirstTime, long LastTime, double MinBucket, double MaxBucket, double MaxDifference, int Samples)
{
    public string Message =>
        "input to histogram_quantile needed to be fixed for monotonicity (see https://prometheus.io/docs/prometheus/latest/querying/functions/#histogram_quantile)"
        + (MetricName.Length > 0 ? $" for metric name \"{MetricName}\"" : "");

    public MonotonicityNote Merge(MonotonicityNote earlier) => this with
    {
        FirstTime = Math.Min(FirstTime, earlier.FirstTime),
        LastTime = Math.Max(LastTime, earlier.LastTime),
        MinBucket = Math.Min(MinBucket, earlier.MinBucket),
        MaxBucket = Math.Max(MaxBucket, earlier.MaxBucket),
        MaxDifference = Math.Max(MaxDifference, earlier.MaxDifference),
        Samples = Samples + earlier.Samples,
    };

    public Annotation ToAnnotation()
    {
        var difference = GoFormat.General(MaxDifference, 2);
        var text = $"{Message}, from buckets {GoFormat.General(MinBucket)} to {GoFormat.General(MaxBucket)}, with a max diff of {difference}, "
            + $"over {Samples} samples from {Format(FirstTime)} to {Format(LastTime)}";
        return new Annotation(AnnotationLevel.Info, text, Range);
    }

    private static string Format(long milliseconds) =>
        DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(milliseconds / 1000, -62135596800, 253402300799))
            .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
