using System.Diagnostics;
using System.Runtime.CompilerServices;
using Instrumentation.Metrics;

namespace Instrumentation.Operations;

/// <content>How a call is counted. What is inlined makes up the cost of every call; what is rare is kept out of line, and out of its way.</content>
internal sealed partial class OperationSeries
{
    /// <summary>Counts a call as begun and returns the clock, or 0 when the call is not to be timed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal long Begin(ref long block)
    {
        if (_skip != 0)
        {
            return BeginSampled(ref block);
        }

        CellMemory.Add(ref block, 1);
        return Stopwatch.GetTimestamp();
    }

    /// <summary>As <see cref="Begin"/>, for operations that time one call of many: reading the clock is the rare half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal long BeginSampled(ref long block)
    {
        var begun = block;
        CellMemory.Add(ref block, 1);
        return begun < Unsafe.Add(ref block, CallCells.NextTimed) ? 0 : BeginTimed(ref block);
    }

    /// <summary>Counts a call as ended, however it ended.</summary>
    /// <param name="block">The thread's cells of the series.</param>
    /// <param name="start">What <see cref="Begin"/> returned.</param>
    /// <param name="span">The call's span; null for <see cref="Activity.Current"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Finish(ref long block, long start, Activity? span = null)
    {
        if (start == 0)
        {
            FinishUntimed(ref block);
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

        CellMemory.Add(ref Unsafe.Add(ref block, CallCells.Ticks), elapsed);
        CellMemory.Add(ref Unsafe.Add(ref block, CallCells.Buckets + bucket), 1);

        // The shift takes the bucket modulo 64.
        if (((_wanted >> bucket) & 1) != 0)
        {
            OfferExemplar(bucket, elapsed, span);
        }

        if (Operation.Published is { Enabled: true })
        {
            Publish(elapsed);
        }
    }

    /// <summary>As <see cref="Finish"/>, for operations that time one call of many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void FinishSampled(ref long block, long start)
    {
        if (start == 0)
        {
            FinishUntimed(ref block);
        }
        else
        {
            FinishTimed(ref block, start);
        }
    }

    /// <summary>Counts a call as ended by an exception, on the thread that it began on.</summary>
    /// <param name="start">What <see cref="Begin"/> returned.</param>
    /// <param name="note">See <see cref="CallNote"/>.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void Fail(long start, object? note)
    {
        Finish(ref CellMemory.Own(Cell), start);
        CallNote.EndSpan(note, CountFailure(CallNote.Error(note)?.GetType()));
    }

    /// <summary>Counts the outcome of a call that did not succeed, by the type of what was thrown; null if it is not known.</summary>
    /// <returns>Whether it is a failure; a cancellation is not.</returns>
    internal bool CountFailure(Type? error)
    {
        if (error is not null && error.IsAssignableTo(typeof(OperationCanceledException)))
        {
            CellMemory.Add(ref CellMemory.Own(Cell + CallCells.Cancelled), 1);
            return false;
        }

        Failures.Count(error);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void FinishUntimed(ref long block)
    {
        CellMemory.Add(ref Unsafe.Add(ref block, CallCells.Untimed), 1);
        if (Operation.Published is { Enabled: true })
        {
            Publish(_published);
        }
    }

    /// <summary>Records a call with whoever listens to the meter; one that was not timed as long as the last one that was.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Publish(long elapsed)
    {
        _published = elapsed;
        Operation.Published?.Record((double)elapsed / Stopwatch.Frequency, _tags ??= MakeTags());
    }

    private KeyValuePair<string, object?>[] MakeTags() =>
        [.. new OperationLabels(Operation.Definition).Of(this, Operation.Definition.Metric is null)
            .Select(static label => KeyValuePair.Create<string, object?>(label.Key, label.Value))];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private long BeginTimed(ref long block)
    {
        Unsafe.Add(ref block, CallCells.NextTimed) = block + _skip;
        return Stopwatch.GetTimestamp();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void FinishTimed(ref long block, long start) => Finish(ref block, start);

    /// <remarks>Not inlined: a bucket does this a few times between two readings.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void OfferExemplar(int bucket, long elapsed, Activity? span)
    {
        if (_exemplars.Offer(bucket, elapsed, span ?? Activity.Current))
        {
            Interlocked.And(ref _wanted, ~(1UL << bucket));
        }
    }
}
