using System.Diagnostics;
using Instrumentation.Metrics;

namespace Instrumentation.Operations;

/// <summary>
/// For each bucket of a series one recent call with its trace, at most one a reading. A slot belongs to the readers while it is idle or full, to
/// one caller between taking and filling it; so nobody waits and nothing is allocated by a call.
/// </summary>
internal sealed class SeriesExemplars(int bucketCount)
{
    private const int Wanted = 0;
    private const int Taken = 1;
    private const int Full = 2;

    private readonly Slot[] _slots = new Slot[bucketCount];
    private readonly Exemplar?[] _latest = new Exemplar?[bucketCount];

    /// <summary>Keeps the call if its bucket still wants one.</summary>
    internal void Offer(int bucket, long ticks, Activity activity)
    {
        ref var slot = ref _slots[bucket];
        if (Interlocked.CompareExchange(ref slot.State, Taken, Wanted) == Wanted)
        {
            slot.TraceId = activity.TraceId;
            slot.SpanId = activity.SpanId;
            slot.Ticks = ticks;
            slot.Time = TimeProvider.System.GetUtcNow();
            Volatile.Write(ref slot.State, Full);
        }
    }

    /// <summary>The latest exemplar of a bucket, or null; the bucket wants the next one from now on. Readers take turns.</summary>
    internal Exemplar? Read(int bucket)
    {
        ref var slot = ref _slots[bucket];
        if (Volatile.Read(ref slot.State) == Full)
        {
            _latest[bucket] = new Exemplar(slot.TraceId, slot.SpanId, (double)slot.Ticks / Stopwatch.Frequency, slot.Time);
            Volatile.Write(ref slot.State, Wanted);
        }

        return _latest[bucket];
    }

    private struct Slot
    {
        internal int State;
        internal ActivityTraceId TraceId;
        internal ActivitySpanId SpanId;
        internal long Ticks;
        internal DateTimeOffset Time;
    }
}
