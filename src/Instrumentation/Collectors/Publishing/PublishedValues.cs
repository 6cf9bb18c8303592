using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Instrumentation.Metrics.Families;
using InstrumentRegistry = Instrumentation.Metrics.InstrumentRegistry;
using Instrument = System.Diagnostics.Metrics.Instrument;

namespace Instrumentation.Collectors.Publishing;

/// <summary>
/// What observable instruments answer. A listener asks one after the other and says neither when it begins nor when it has done, so the first that finds no value prepared for
/// it takes a snapshot and prepares those of all the others: one snapshot for each collection, and of one time.
/// </summary>
internal sealed class PublishedValues(InstrumentRegistry registry)
{
    /// <summary>Longer than any collection takes. What was prepared and not asked for by then belongs to one that wanted fewer instruments.</summary>
    private static readonly TimeSpan s_validity = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<MetricFamily, Instrument> _instruments = [];

    /// <summary>By thread: a listener asks all instruments on the same one, and two listeners have a snapshot each.</summary>
    private readonly ConditionalWeakTable<Thread, Prepared> _prepared = [];

    internal void Add(MetricFamily family, Instrument instrument) => _instruments[family] = instrument;

    internal IEnumerable<Measurement<double>> Read(MetricFamily family)
    {
        var prepared = _prepared.GetOrCreateValue(Thread.CurrentThread);
        if (TimeProvider.System.GetElapsedTime(prepared.Taken) > s_validity || !prepared.ByFamily.Remove(family, out var values))
        {
            Prepare(prepared);
            prepared.ByFamily.Remove(family, out values);
        }

        return values ?? [];
    }

    private void Prepare(Prepared prepared)
    {
        prepared.ByFamily.Clear();
        foreach (var (family, instrument) in _instruments)
        {
            if (instrument.Enabled)
            {
                // Also for those that have no series yet: asked in vain they would each take a snapshot.
                prepared.ByFamily[family] = [];
            }
        }

        using var snapshot = registry.Snapshot();
        prepared.Taken = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < snapshot.Data.Families.Length; i++)
        {
            var frame = snapshot.Data.Families[i];
            if (frame.Count > 0 && prepared.ByFamily.ContainsKey(frame.Family))
            {
                prepared.ByFamily[frame.Family] = Values(new Metrics.MetricFamilySnapshot(snapshot, i));
            }
        }
    }

    private static Measurement<double>[] Values(Metrics.MetricFamilySnapshot family)
    {
        var values = new Measurement<double>[family.SeriesCount];
        var next = 0;
        foreach (var series in family.Series)
        {
            var labels = series.Labels;
            var tags = new KeyValuePair<string, object?>[labels.Count];
            for (var i = 0; i < tags.Length; i++)
            {
                tags[i] = new(labels[i].Key, labels[i].Value);
            }

            values[next++] = new Measurement<double>(series.Value, tags.AsSpan());
        }

        return values;
    }

    private sealed class Prepared
    {
        internal Dictionary<MetricFamily, Measurement<double>[]> ByFamily { get; } = [];

        internal long Taken { get; set; }
    }
}
