using System.Diagnostics;
using Instrumentation.Metrics.Families;

namespace Instrumentation.Metrics.Exemplars;

/// <summary>
/// Decides which records of an instrument become exemplars: in each bucket of each series the first after a reading that is made within a recorded trace, or brings
/// identifiers along. A service without tracing asks in vain, so after a number of times in vain it asks no more until the next reading: what is left on the path of a
/// record is one test.
/// </summary>
internal sealed class FamilyExemplars(InstrumentRegistry registry, string metric, int seriesCount, int bucketCount)
{
    private const int Tries = 100;

    private readonly Lock _gate = new();
    private SeriesExemplars?[]? _kept;
    private int _tried;

    /// <summary>Considers a record; says whether to go on asking before the next reading.</summary>
    internal bool Offer(int series, int bucket, double value)
    {
        var kept = Volatile.Read(ref _kept)?[series];
        if (kept is not null && !kept.Wants(bucket))
        {
            return true;
        }

        if (Activity.Current is not { Recorded: true } activity)
        {
            // Counted without care for other threads: a few tries more or less change nothing.
            return ++_tried < Tries;
        }

        _tried = 0;
        (kept ?? Keep(series)).Offer(bucket, value, activity, default);
        return true;
    }

    /// <summary>Considers a record that brings identifiers along.</summary>
    internal void Offer(int series, int bucket, double value, in ExemplarLabels labels)
    {
        var kept = Volatile.Read(ref _kept)?[series];
        if (kept is not null && !kept.Wants(bucket))
        {
            return;
        }

        var activity = Activity.Current is { Recorded: true } recorded ? recorded : null;
        if (activity is not null || !labels.IsEmpty)
        {
            (kept ?? Keep(series)).Offer(bucket, value, activity, labels);
        }
    }

    /// <summary>Puts the exemplars on the series added last. Readers take turns.</summary>
    internal void Collect(SnapshotBuilder builder, int series)
    {
        if (_kept?[series] is not { } kept)
        {
            return;
        }

        var dropped = 0;
        for (var bucket = 0; bucket < bucketCount; bucket++)
        {
            if (kept.Read(bucket, ref dropped) is { } exemplar)
            {
                builder.AddExemplar(bucket, exemplar);
            }
        }

        if (dropped > 0)
        {
            registry.Self.ExemplarLabelsDropped(metric, dropped);
        }
    }

    /// <summary>Has the first records after a reading considered again.</summary>
    internal void Rearm() => _tried = 0;

    /// <summary>Forgets the exemplars of a series that goes: the next one of its number is another.</summary>
    internal void Forget(int series)
    {
        if (_kept is { } kept)
        {
            Volatile.Write(ref kept[series], null);
        }
    }

    private SeriesExemplars Keep(int series)
    {
        lock (_gate)
        {
            if (_kept is null)
            {
                Volatile.Write(ref _kept, new SeriesExemplars?[seriesCount]);
            }

            if (_kept[series] is not { } kept)
            {
                kept = new SeriesExemplars(bucketCount);
                Volatile.Write(ref _kept[series], kept);
            }

            return kept;
        }
    }
}
