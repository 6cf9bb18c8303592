using System.Globalization;
using System.Text;

namespace Instrumentation.Metrics;

/// <summary>One series in a snapshot. Valid until the snapshot is disposed.</summary>
public readonly record struct MetricSeries
{
    private readonly MetricsSnapshot _snapshot;
    private readonly int _index;

    internal MetricSeries(MetricsSnapshot snapshot, int index)
    {
        _snapshot = snapshot;
        _index = index;
    }

    /// <summary>The labels, in their order. The very same list in every snapshot that shows the series, so that it can stand for it, until the series has been removed.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Labels => _snapshot.Data.Series[_index].Pairs;

    /// <summary>The value; of a histogram, the number of observations.</summary>
    public double Value
    {
        get
        {
            var data = _snapshot.Data;
            var frame = data.Series[_index];
            return frame.Bounds is { } bounds ? data.Values[frame.Place + bounds.BucketCount]
                : frame.IsReal ? BitConverter.Int64BitsToDouble(data.Values[frame.Place])
                : data.Values[frame.Place];
        }
    }

    /// <summary>Whether the series is a histogram.</summary>
    public bool IsHistogram => _snapshot.Data.Series[_index].Bounds is not null;

    /// <summary>The number of observations of a histogram.</summary>
    /// <exception cref="InvalidOperationException">The series is no histogram.</exception>
    public long Count => HistogramValues[^1];

    /// <summary>The sum of the observations of a histogram.</summary>
    /// <exception cref="InvalidOperationException">The series is no histogram.</exception>
    public double Sum => BitConverter.Int64BitsToDouble(HistogramValues[0]);

    /// <summary>The upper bounds of a histogram's buckets, ascending; the last is +Inf.</summary>
    /// <exception cref="InvalidOperationException">The series is no histogram.</exception>
    public ReadOnlySpan<double> Bounds => _snapshot.Data.Series[_index].Bounds?.Upper ?? throw NoHistogram();

    /// <summary>For each of <see cref="Bounds"/>, the number of observations up to it.</summary>
    /// <exception cref="InvalidOperationException">The series is no histogram.</exception>
    public ReadOnlySpan<long> CumulativeCounts => HistogramValues[1..];

    /// <summary>The sum, as the bits of a double, then the cumulative counts.</summary>
    private ReadOnlySpan<long> HistogramValues
    {
        get
        {
            var frame = _snapshot.Data.Series[_index];
            var buckets = frame.Bounds?.BucketCount ?? throw NoHistogram();
            return _snapshot.Data.Values.Slice(frame.Place, 1 + buckets);
        }
    }

    /// <summary>The value of one label; null when the series has no such label.</summary>
    /// <param name="label">The label's name.</param>
    /// <returns>The value.</returns>
    public string? this[string label]
    {
        get
        {
            foreach (var (name, value) in Labels)
            {
                if (name == label)
                {
                    return value;
                }
            }

            return null;
        }
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{{{Encoding.UTF8.GetString(_snapshot.Data.Series[_index].Text)}}} {Value}");

    internal bool HasAll(ReadOnlySpan<(string Name, string Value)> labels)
    {
        foreach (var (name, value) in labels)
        {
            if (this[name] != value)
            {
                return false;
            }
        }

        return true;
    }

    private static InvalidOperationException NoHistogram() => new("The series is no histogram.");
}
