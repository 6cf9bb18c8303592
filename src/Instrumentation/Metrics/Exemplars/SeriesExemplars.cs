using System.Diagnostics;

namespace Instrumentation.Metrics.Exemplars;

/// <summary>
/// For each bucket of a series one recent record with its trace, at most one a reading. A slot belongs to the readers while it is idle or full, to
/// one recorder between taking and filling it; so nobody waits, and nothing is allocated but a bucket's first slot.
/// </summary>
internal sealed class SeriesExemplars(int bucketCount)
{
    private const int Wanted = 0;
    private const int Taken = 1;
    private const int Full = 2;

    private readonly Slot?[] _slots = new Slot?[bucketCount];

    /// <summary>Whether the next record in a bucket may become its exemplar.</summary>
    internal bool Wants(int bucket) => _slots[bucket] is not { } slot || Volatile.Read(ref slot.State) == Wanted;

    /// <summary>Keeps the record if its bucket still wants one.</summary>
    internal void Offer(int bucket, double value, Activity? activity, in ExemplarLabels labels)
    {
        var slot = _slots[bucket] ?? Make(bucket);
        if (Interlocked.CompareExchange(ref slot.State, Taken, Wanted) == Wanted)
        {
            slot.TraceId = activity?.TraceId ?? default;
            slot.SpanId = activity?.SpanId ?? default;
            slot.Labels = labels;
            slot.Value = value;
            slot.Time = TimeProvider.System.GetUtcNow();
            Volatile.Write(ref slot.State, Full);
        }
    }

    /// <summary>The latest exemplar of a bucket, or null; the bucket wants the next one from now on. Readers take turns.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="dropped">Raised by the labels that an exemplar has no room for.</param>
    internal Exemplar? Read(int bucket, ref int dropped)
    {
        if (_slots[bucket] is not { } slot)
        {
            return null;
        }

        if (Volatile.Read(ref slot.State) == Full)
        {
            var exemplar = new Exemplar(slot.TraceId, slot.SpanId, slot.Value, slot.Time);
            exemplar = exemplar with { Labels = slot.Labels.Fitting(exemplar.Room, ref dropped) };
            slot.Latest = exemplar.Text.Length > 0 ? exemplar : slot.Latest;
            slot.Labels = default;
            Volatile.Write(ref slot.State, Wanted);
        }

        return slot.Latest;
    }

    private Slot Make(int bucket)
    {
        Interlocked.CompareExchange(ref _slots[bucket], new Slot(), null);
        return _slots[bucket]!;
    }

    private sealed class Slot
    {
        internal int State;
        internal ActivityTraceId TraceId;
        internal ActivitySpanId SpanId;
        internal ExemplarLabels Labels;
        internal double Value;
        internal DateTimeOffset Time;
        internal Exemplar? Latest;
    }
}
