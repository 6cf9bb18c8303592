using Instrumentation.PromQL.Evaluation;

namespace Instrumentation.PromQL.Histograms;

/// <summary>Adds up histograms with compensation (KahanAdd in model/histogram/float_histogram.go), for sums and means.</summary>
internal sealed class HistogramSum
{
    private readonly SortedDictionary<int, KahanSum> _positive = [];
    private readonly SortedDictionary<int, KahanSum> _negative = [];
    private NativeHistogram _layout;
    private KahanSum _count;
    private KahanSum _sum;
    private KahanSum _zero;
    private CounterResetHint _hint;
    private bool _isMean;
    private int _added;
    private bool _sawReset;
    private bool _sawNoReset;

    public HistogramSum(NativeHistogram first)
    {
        _layout = first;
        Start(first);
        Note(first);
        _added = 1;
    }

    /// <summary>Whether some started again and others did not.</summary>
    public bool HasResetCollision => _sawReset && _sawNoReset;

    /// <summary>Whether bounds differed, and only common ones were kept.</summary>
    public bool WasReconciled { get; private set; }

    /// <summary>Adds a histogram to the sum.</summary>
    /// <returns>False if one has bounds of its own and the other has not; the sum is void then.</returns>
    public bool TryAdd(NativeHistogram histogram)
    {
        _added++;
        Note(histogram);
        return AddTo(histogram);
    }

    /// <summary>Adds a histogram to the mean, which goes on where a sum would overflow.</summary>
    /// <inheritdoc cref="TryAdd" path="/returns"/>
    public bool TryAddToMean(NativeHistogram histogram)
    {
        _added++;
        Note(histogram);
        if (!_isMean && !WouldOverflow(histogram))
        {
            return AddTo(histogram);
        }

        if (!_isMean)
        {
            _isMean = true;
            Scale(1.0 / (_added - 1));
        }

        Scale((_added - 1.0) / _added);
        return AddTo(histogram.Divide(_added));
    }

    public NativeHistogram Total() => _layout.With(_hint, _count.Total, _sum.Total, _zero.Total, ToArray(_positive), ToArray(_negative));

    public NativeHistogram Mean() => _isMean ? Total() : Total().Divide(_added);

    private static void AddAll(SortedDictionary<int, KahanSum> sums, ReadOnlySpan<IndexedCount> buckets)
    {
        foreach (var bucket in buckets)
        {
            sums.TryGetValue(bucket.Index, out var sum);
            sum.Add(bucket.Count);
            sums[bucket.Index] = sum;
        }
    }

    private static IndexedCount[] ToArray(SortedDictionary<int, KahanSum> sums) =>
        [.. sums.Select(static pair => new IndexedCount(pair.Key, pair.Value.Total))];

    private static bool Overflows(SortedDictionary<int, KahanSum> sums, ReadOnlySpan<IndexedCount> buckets)
    {
        foreach (var bucket in buckets)
        {
            if (double.IsInfinity(sums.GetValueOrDefault(bucket.Index).Sum + bucket.Count))
            {
                return true;
            }
        }

        return false;
    }

    private static void Scale(ref KahanSum sum, double factor) =>
        sum = new KahanSum { Sum = sum.Sum * factor, Compensation = sum.Compensation * factor };

    private static void Scale(SortedDictionary<int, KahanSum> sums, double factor)
    {
        foreach (var index in sums.Keys.ToList())
        {
            var sum = sums[index];
            Scale(ref sum, factor);
            sums[index] = sum;
        }
    }

    private void Scale(double factor)
    {
        Scale(ref _count, factor);
        Scale(ref _sum, factor);
        Scale(ref _zero, factor);
        Scale(_positive, factor);
        Scale(_negative, factor);
    }

    private bool AddTo(NativeHistogram histogram)
    {
        if (histogram.HasCustomBounds != _layout.HasCustomBounds)
        {
            return false;
        }

        if (histogram.Schema != _layout.Schema || histogram.ZeroThreshold != _layout.ZeroThreshold
            || !histogram.CustomBounds.SequenceEqual(_layout.CustomBounds))
        {
            // The buckets change; what was lost to rounding so far is added in on the way.
            var total = HistogramArithmetic.Add(Total(), histogram, out var notes)!;
            WasReconciled |= notes.HasFlag(HistogramArithmetic.Notes.BoundsReconciled);
            Start(total);
            return true;
        }

        _hint = HistogramArithmetic.MergeHints(_hint, histogram.Hint, out _);
        _count.Add(histogram.Count);
        _sum.Add(histogram.Sum);
        _zero.Add(histogram.ZeroCount);
        AddAll(_positive, histogram.Positive);
        AddAll(_negative, histogram.Negative);
        return true;
    }

    private void Start(NativeHistogram histogram)
    {
        _layout = histogram;
        _hint = histogram.Hint;
        _count = new KahanSum { Sum = histogram.Count };
        _sum = new KahanSum { Sum = histogram.Sum };
        _zero = new KahanSum { Sum = histogram.ZeroCount };
        _positive.Clear();
        _negative.Clear();
        AddAll(_positive, histogram.Positive);
        AddAll(_negative, histogram.Negative);
    }

    private void Note(NativeHistogram histogram)
    {
        _sawReset |= histogram.Hint == CounterResetHint.Reset;
        _sawNoReset |= histogram.Hint == CounterResetHint.NotReset;
    }

    private bool WouldOverflow(NativeHistogram histogram) =>
        double.IsInfinity(_sum.Sum + histogram.Sum) || double.IsInfinity(_count.Sum + histogram.Count)
        || double.IsInfinity(_zero.Sum + histogram.ZeroCount)
        || Overflows(_positive, histogram.Positive) || Overflows(_negative, histogram.Negative);
}
