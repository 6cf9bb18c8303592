namespace Instrumentation.PromQL.Histograms;

/// <summary>Adds and subtracts histograms (Add and Sub in model/histogram/float_histogram.go).</summary>
internal static class HistogramArithmetic
{
    /// <summary>What a sum should tell its reader.</summary>
    [Flags]
    public enum Notes
    {
        None = 0,

        /// <summary>One started again and the other did not.</summary>
        ResetCollision = 1,

        /// <summary>Their own bounds differed, and only common ones were kept.</summary>
        BoundsReconciled = 2,
    }

    /// <summary>Adds two histograms; null if one has bounds of its own and the other has not.</summary>
    public static NativeHistogram? Add(NativeHistogram left, NativeHistogram right, out Notes notes) => Combine(left, right, 1, out notes);

    /// <summary>Subtracts a histogram; null if one has bounds of its own and the other has not.</summary>
    public static NativeHistogram? Subtract(NativeHistogram left, NativeHistogram right, out Notes notes) => Combine(left, right, -1, out notes);

    /// <summary>The hint of two histograms put together.</summary>
    public static CounterResetHint MergeHints(CounterResetHint left, CounterResetHint right, out bool collision)
    {
        collision = false;
        if (left == right)
        {
            return left;
        }

        if (left == CounterResetHint.Gauge || right == CounterResetHint.Gauge)
        {
            return CounterResetHint.Gauge;
        }

        collision = left != CounterResetHint.Unknown && right != CounterResetHint.Unknown;
        return CounterResetHint.Unknown;
    }

    private static NativeHistogram? Combine(NativeHistogram left, NativeHistogram right, int sign, out Notes notes)
    {
        notes = Notes.None;
        if (left.HasCustomBounds != right.HasCustomBounds)
        {
            return null;
        }

        var hint = MergeHints(left.Hint, right.Hint, out var collision);
        notes |= collision ? Notes.ResetCollision : Notes.None;
        if (!left.HasCustomBounds)
        {
            (left, right) = HistogramLayout.AlignZero(left, right);
            var schema = Math.Min(left.Schema, right.Schema);
            left = HistogramLayout.Reduce(left, schema);
            right = HistogramLayout.Reduce(right, schema);
            return left.With(
                hint,
                left.Count + (sign * right.Count),
                left.Sum + (sign * right.Sum),
                left.ZeroCount + (sign * right.ZeroCount),
                Merge(left.Positive, right.Positive, sign),
                Merge(left.Negative, right.Negative, sign));
        }

        var bounds = left.CustomBounds.ToArray();
        var ours = left.Positive;
        var theirs = right.Positive;
        if (!left.CustomBounds.SequenceEqual(right.CustomBounds))
        {
            notes |= Notes.BoundsReconciled;
            bounds = HistogramLayout.CommonBounds(left.CustomBounds, right.CustomBounds);
            ours = HistogramLayout.Rebucket(left, bounds);
            theirs = HistogramLayout.Rebucket(right, bounds);
        }

        return new NativeHistogram
        {
            Schema = left.Schema,
            Hint = hint,
            Count = left.Count + (sign * right.Count),
            Sum = left.Sum + (sign * right.Sum),
            PositiveBuckets = Merge(ours, theirs, sign),
            Bounds = bounds,
        };
    }

    private static IndexedCount[] Merge(ReadOnlySpan<IndexedCount> left, ReadOnlySpan<IndexedCount> right, int sign)
    {
        var merged = new List<IndexedCount>(left.Length + right.Length);
        int i = 0, j = 0;
        while (i < left.Length || j < right.Length)
        {
            if (j == right.Length || (i < left.Length && left[i].Index < right[j].Index))
            {
                merged.Add(left[i++]);
            }
            else if (i == left.Length || left[i].Index > right[j].Index)
            {
                merged.Add(right[j] with { Count = sign * right[j].Count });
                j++;
            }
            else
            {
                merged.Add(left[i] with { Count = left[i].Count + (sign * right[j].Count) });
                i++;
                j++;
            }
        }

        return [.. merged];
    }
}
