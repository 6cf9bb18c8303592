using Instrumentation.Generator.Model.Metrics;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Declarations;

/// <summary>A metric as it is exposed, of this assembly or of a referenced one, in a form in which two can be compared.</summary>
/// <param name="Name">The name with its prefix.</param>
/// <param name="Kind">What the values mean.</param>
/// <param name="Help">The help text; null when it is not known.</param>
/// <param name="Unit">The unit; null for none.</param>
/// <param name="Labels">The labels in their order.</param>
/// <param name="Buckets">The bounds of a histogram's buckets; null when they are not known.</param>
/// <param name="Owner">Who declares it, with the assembly when that is another one.</param>
/// <param name="Location">Where; null in another assembly.</param>
internal sealed record KnownMetric(
    string Name, MetricKind Kind, string? Help, string? Unit, IReadOnlyList<KnownLabel> Labels, IReadOnlyList<double>? Buckets, string Owner, Location? Location)
{
    private const string Total = "_total";

    /// <summary>All names that its samples bear, or may bear, in any format.</summary>
    internal IEnumerable<string> ClaimedNames
    {
        get
        {
            var family = Kind == MetricKind.Counter && Name.EndsWith(Total, StringComparison.Ordinal) ? Name.Substring(0, Name.Length - Total.Length) : Name;
            return Kind switch
            {
                MetricKind.Counter => [family, Name, family + "_created"],
                MetricKind.Histogram => [Name, Name + "_bucket", Name + "_sum", Name + "_count", Name + "_created"],
                _ => [Name],
            };
        }
    }

    /// <summary>In what two metrics of one name differ, so that they cannot be one; null when they can.</summary>
    internal string? DifferenceTo(KnownMetric other)
    {
        if (Kind != other.Kind)
        {
            return $"another kind ({Word(Kind)} here, {Word(other.Kind)} there)";
        }

        var (labels, others) = (Labels.Select(static label => label.Name), other.Labels.Select(static label => label.Name));
        if (!labels.SequenceEqual(others, StringComparer.Ordinal))
        {
            return $"other labels ({List(labels)} here, {List(others)} there)";
        }

        if (Labels.Zip(other.Labels, static (one, two) => (One: one, Two: two)).FirstOrDefault(static pair => !pair.One.Equals(pair.Two)) is { One: { } label })
        {
            return $"other values of label '{label.Name}'";
        }

        return Unit != other.Unit ? $"another unit ({Unit ?? "none"} here, {other.Unit ?? "none"} there)"
            : Help is not null && other.Help is not null && Help != other.Help ? $"another help ('{Help}' here, '{other.Help}' there)"
            : Buckets is not null && other.Buckets is not null && !Buckets.SequenceEqual(other.Buckets) ? "other buckets"
            : null;
    }

    private static string List(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } list ? list : "none";

    private static string Word(MetricKind kind) => kind switch
    {
        MetricKind.Counter => "counter",
        MetricKind.Gauge => "gauge",
        MetricKind.Histogram => "histogram",
        _ => "up-down counter",
    };
}
