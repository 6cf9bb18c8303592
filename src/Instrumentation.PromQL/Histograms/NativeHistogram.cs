using System.Text;
using Instrumentation.PromQL.Evaluation;

namespace Instrumentation.PromQL.Histograms;

/// <summary>A native histogram: counts in exponential buckets, or in buckets with bounds of its own. Immutable (model/histogram/float_histogram.go).</summary>
public sealed class NativeHistogram
{
    private readonly IndexedCount[] _positive = [];
    private readonly IndexedCount[] _negative = [];
    private readonly double[] _customBounds = [];
    private readonly int _schema;

    /// <summary>The resolution: each power of two is cut into 2^schema buckets; −53 for bounds of its own.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none of −9 to 20, and not −53.</exception>
    public int Schema
    {
        get => _schema;
        init => _schema = value is (>= -9 and <= 20) or HistogramBounds.CustomSchema
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A schema is between -9 and 20, or -53 for bounds of its own.");
    }

    /// <summary>The number of observations.</summary>
    public double Count { get; init; }

    /// <summary>The sum of observations.</summary>
    public double Sum { get; init; }

    /// <summary>Observations from minus to plus this count as zero.</summary>
    public double ZeroThreshold { get; init; }

    /// <summary>How many observations count as zero.</summary>
    public double ZeroCount { get; init; }

    /// <summary>What is known about its place in its series.</summary>
    public CounterResetHint Hint { get; init; }

    /// <summary>Buckets above zero, ascending by index.</summary>
    public ReadOnlySpan<IndexedCount> Positive => _positive;

    /// <summary>Buckets below zero, by index away from zero.</summary>
    public ReadOnlySpan<IndexedCount> Negative => _negative;

    /// <summary>Its own upper bounds, ascending, without infinity.</summary>
    public ReadOnlySpan<double> CustomBounds => _customBounds;

    /// <summary>Whether it brings its own bounds.</summary>
    public bool HasCustomBounds => Schema == HistogramBounds.CustomSchema;

    /// <summary>Sets the buckets above zero.</summary>
    public IndexedCount[] PositiveBuckets { init => _positive = value; }

    /// <summary>Sets the buckets below zero.</summary>
    public IndexedCount[] NegativeBuckets { init => _negative = value; }

    /// <summary>Sets its own bounds.</summary>
    public double[] Bounds { init => _customBounds = value; }

    /// <summary>Multiplies all counts and the sum.</summary>
    /// <param name="factor">The factor; below 0 the result is no counter.</param>
    public NativeHistogram Multiply(double factor) => Map(value => value * factor, factor < 0);

    /// <summary>Divides all counts and the sum.</summary>
    /// <param name="divisor">The divisor; below 0 the result is no counter, and by 0 nothing is left of the buckets.</param>
    public NativeHistogram Divide(double divisor) => divisor == 0
        ? With(Hint, Count / divisor, Sum / divisor, ZeroCount / divisor, [], [])
        : Map(value => value / divisor, divisor < 0);

    /// <summary>The same with another hint.</summary>
    /// <param name="hint">The hint.</param>
    public NativeHistogram WithHint(CounterResetHint hint) => hint == Hint ? this : With(hint, Count, Sum, ZeroCount, _positive, _negative);

    /// <summary>The same without empty buckets.</summary>
    public NativeHistogram Compact() => With(Hint, Count, Sum, ZeroCount, NonEmpty(_positive), NonEmpty(_negative));

    /// <summary>Whether all is the same to the bit, hints left aside.</summary>
    /// <param name="other">The histogram to compare with.</param>
    public bool SameAs(NativeHistogram other) =>
        Schema == other.Schema && SameBits(Count, other.Count) && SameBits(Sum, other.Sum)
        && ZeroThreshold.Equals(other.ZeroThreshold) && SameBits(ZeroCount, other.ZeroCount)
        && _customBounds.AsSpan().SequenceEqual(other._customBounds)
        && _positive.AsSpan().SequenceEqual(other._positive) && _negative.AsSpan().SequenceEqual(other._negative);

    /// <summary>The histogram as Prometheus writes it: <c>{count:3, sum:5, (1,2]:3}</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"{{count:{GoFormat.General(Count)}, sum:{GoFormat.General(Sum)}");
        foreach (var bucket in HistogramBuckets.Ascending(this, clipToZero: false))
        {
            if (bucket.Count != 0)
            {
                text.Append(", ").Append(bucket.ToString());
            }
        }

        return text.Append('}').ToString();
    }

    internal NativeHistogram With(
        CounterResetHint hint, double count, double sum, double zeroCount, IndexedCount[] positive, IndexedCount[] negative) => new()
    {
        Schema = Schema,
        Hint = hint,
        Count = count,
        Sum = sum,
        ZeroThreshold = ZeroThreshold,
        ZeroCount = zeroCount,
        PositiveBuckets = positive,
        NegativeBuckets = negative,
        Bounds = _customBounds,
    };

    private static IndexedCount[] NonEmpty(IndexedCount[] buckets) => Array.FindAll(buckets, static bucket => bucket.Count != 0);

    private static bool SameBits(double a, double b) => BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b);

    private NativeHistogram Map(Func<double, double> map, bool becomesGauge)
    {
        IndexedCount[] Buckets(IndexedCount[] buckets) => Array.ConvertAll(buckets, bucket => bucket with { Count = map(bucket.Count) });
        return With(
            becomesGauge ? CounterResetHint.Gauge : Hint, map(Count), map(Sum), map(ZeroCount), Buckets(_positive), Buckets(_negative));
    }
}
