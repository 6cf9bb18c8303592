using System.Diagnostics;
using System.Runtime.CompilerServices;
using Instrumentation.Metrics;
using Instrumentation.Metrics.Families;

namespace Instrumentation.Operations;

/// <summary>
/// One combination of label values of an operation: the cells in which its calls are counted, and how a call is counted in them.
/// Everything on the path of a call is in here, so that a call touches this object, one array and its thread's cells.
/// </summary>
internal sealed class OperationSeries
{
    private readonly long[] _bounds;
    private readonly int _skip;
    private readonly UntimedSpread? _untimed;
    private readonly ExemplarSampler _exemplars;

    /// <summary>A bit for each bucket of which the next call may become an exemplar; buckets beyond 64 share.</summary>
    private ulong _wanted;

    internal OperationSeries(Operation operation, string[] labelValues)
    {
        Operation = operation;
        LabelValues = labelValues;
        Failures = new OperationFailures(operation.ErrorNames);
        _bounds = operation.BoundTicks;
        _skip = operation.SampleEvery - 1;
        _untimed = _skip == 0 ? null : new UntimedSpread(_bounds.Length);
        _exemplars = new ExemplarSampler(_bounds.Length);
        Cell = CellMemory.Allocate(CallCells.Buckets + _bounds.Length);
    }

    internal Operation Operation { get; }

    /// <summary>The values of the labels taken from arguments, in the order of <see cref="OperationDefinition.Labels"/>.</summary>
    internal string[] LabelValues { get; }

    internal OperationFailures Failures { get; }

    /// <summary>The first of the series' cells; see <see cref="CallCells"/>.</summary>
    internal int Cell { get; }

    internal int CellCount => CallCells.Buckets + _bounds.Length;

    /// <summary>Counts a call as begun and returns the clock, or 0 when the call is not to be timed.</summary>
    /// <remarks>Inlined: it is the first half of every call's cost, and the sampling branch vanishes into one predictable test.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal long Begin(ref long block)
    {
        block++;
        if (_skip != 0 && Skips(ref block))
        {
            return 0;
        }

        return Stopwatch.GetTimestamp();
    }

    /// <summary>Counts a call as ended, however it ended.</summary>
    /// <param name="block">The thread's cells of the series.</param>
    /// <param name="start">What <see cref="Begin"/> returned.</param>
    /// <param name="span">The call's span; null for <see cref="Activity.Current"/>.</param>
    /// <remarks>Inlined: it is the second half of every call's cost.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Finish(ref long block, long start, Activity? span = null)
    {
        if (start == 0)
        {
            Unsafe.Add(ref block, CallCells.Untimed)++;
            return;
        }

        var elapsed = Stopwatch.GetTimestamp() - start;

        // From the smallest bound upwards: the further this goes, the longer the call took, so the search never shows beside it.
        var bounds = _bounds;
        var bucket = 0;
        while (elapsed > bounds[bucket])
        {
            bucket++;
        }

        Unsafe.Add(ref block, CallCells.Ticks) += elapsed;
        Unsafe.Add(ref block, CallCells.Buckets + bucket)++;

        // The shift takes the bucket modulo 64.
        if (((_wanted >> bucket) & 1) != 0)
        {
            OfferExemplar(bucket, elapsed, span);
        }
    }

    /// <summary>Counts the outcome of a call that did not succeed, by the type of what was thrown; null if it is not known.</summary>
    /// <returns>Whether it is a failure; a cancellation is not.</returns>
    internal bool CountFailure(Type? error)
    {
        if (error is not null && error.IsAssignableTo(typeof(OperationCanceledException)))
        {
            CellMemory.Own(Cell + CallCells.Cancelled)++;
            return false;
        }

        Failures.Count(error);
        return true;
    }

    /// <summary>Evaluates the sums over all threads of the series' cells.</summary>
    /// <param name="cells">The sums, <see cref="CellCount"/> of them; overwritten. Readers take turns.</param>
    /// <param name="buckets">The calls in each bucket, not cumulative.</param>
    internal SeriesReading Read(Span<long> cells, out ReadOnlySpan<long> buckets)
    {
        var counts = cells[CallCells.Buckets..];
        var seconds = (double)cells[CallCells.Ticks] / Stopwatch.Frequency;
        if (_untimed is not null)
        {
            seconds = _untimed.Apply(counts, seconds, cells[CallCells.Untimed]);
        }

        var count = 0L;
        foreach (var calls in counts)
        {
            count += calls;
        }

        buckets = counts;

        // A call that began and ended while its cells were being read can be among the ended and not among the begun.
        var inFlight = Math.Max(0, cells[CallCells.Started] - count);
        return new SeriesReading(count, seconds, cells[CallCells.Cancelled], inFlight);
    }

    /// <summary>The exemplars of the buckets, if any was ever kept. Each bucket wants a new one from now on.</summary>
    internal SeriesExemplars? ReadExemplars()
    {
        _exemplars.Rearm();
        Volatile.Write(ref _wanted, ulong.MaxValue);
        return _exemplars.Kept;
    }

    /// <remarks>Not inlined: a bucket does this a few times between two readings.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void OfferExemplar(int bucket, long elapsed, Activity? span)
    {
        if (_exemplars.Offer(bucket, elapsed, span ?? Activity.Current))
        {
            Interlocked.And(ref _wanted, ~(1UL << bucket));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Skips(ref long block)
    {
        ref var countdown = ref Unsafe.Add(ref block, CallCells.Countdown);
        if (countdown == 0)
        {
            countdown = _skip;
            return false;
        }

        countdown--;
        return true;
    }
}
