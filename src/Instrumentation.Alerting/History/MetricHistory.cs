using Instrumentation.Alerting.Evaluation;
using Instrumentation.Alerting.Lifecycle;
using Instrumentation.Exposition;
using Instrumentation.Metrics;
using Label = Instrumentation.PromQL.Storage.Label;
using Labels = Instrumentation.PromQL.Storage.Labels;

namespace Instrumentation.Alerting.History;

/// <summary>
/// Samples a registry into a store as Prometheus would scrape it, but only the series that somebody needs. Once the series are known, a sampling allocates nothing but the
/// snapshot's own object. Not thread-safe.
/// </summary>
internal sealed class MetricHistory(EngineContext context, InstrumentRegistry registry, SelectionBook book, ExemplarHistory exemplars)
{
    private const int MostVanished = 1_000;

    private readonly Dictionary<(object Family, object Labels), SampledSeries?> _series = [];
    private readonly Dictionary<object, bool> _families = [];
    private SelectionPlan _plan = SelectionPlan.Empty;
    private SeriesHandle? _up;
    private long _round;
    private int _seen;
    private int _unwanted;
    private int _unwantedSeen;

    /// <summary>How many series are remembered, those that nobody wants included.</summary>
    internal int Known => _series.Count;

    /// <summary>How many series were not sampled the last time because there are too many.</summary>
    internal int Refused { get; private set; }

    /// <summary>Takes a sample of each series.</summary>
    /// <param name="time">The time that the samples bear, in milliseconds since 1970.</param>
    internal void Sample(long time)
    {
        var plan = book.Plan;
        if (!ReferenceEquals(plan, _plan))
        {
            Adopt(plan, time);
        }

        _round++;
        (_seen, _unwantedSeen, Refused) = (0, 0, 0);
        using (var snapshot = registry.Snapshot())
        {
            // In the order of the series that they are of.
            var shown = snapshot.Data.Exemplars;
            foreach (ref readonly var frame in snapshot.Data.Families)
            {
                if (!IsWanted(frame.Family, frame.Family.Definition))
                {
                    continue;
                }

                for (var i = 0; i < frame.Count; i++)
                {
                    var sampled = Append(frame.Family, frame.Family.Definition, new MetricSeries(snapshot, frame.First + i), time);
                    for (; !shown.IsEmpty && shown[0].Series <= frame.First + i; shown = shown[1..])
                    {
                        if (shown[0].Series == frame.First + i)
                        {
                            sampled?.Keep(shown[0], exemplars);
                        }
                    }
                }
            }
        }

        _up?.Append(time, 1);
        MarkVanished(time);
    }

    // What is no longer wanted ends, and what is wanted anew begins with this sample.
    private void Adopt(SelectionPlan plan, long time)
    {
        foreach (var series in _series.Values)
        {
            series?.EndUnwanted(plan, time);
        }

        _plan = plan;
        _series.Clear();
        _families.Clear();
        _unwanted = 0;
        var labels = context.TargetLabels.With(Labels.MetricName, "up");
        _up = plan.MayWant("up") && plan.Wants(labels) ? _up ?? new SeriesHandle(context.Store, labels) : null;
    }

    private bool IsWanted(object family, MetricDefinition definition)
    {
        if (!_families.TryGetValue(family, out var wanted))
        {
            var name = definition.Name;
            wanted = definition.Kind == MetricKind.Histogram
                ? _plan.MayWant(name + "_bucket") || _plan.MayWant(name + "_sum") || _plan.MayWant(name + "_count")
                : _plan.MayWant(name);
            _families.Add(family, wanted);
        }

        return wanted;
    }

    private SampledSeries? Append(object family, MetricDefinition definition, in MetricSeries series, long time)
    {
        var key = (family, (object)series.Labels);
        if (!_series.TryGetValue(key, out var sampled))
        {
            sampled = Make(definition, series);
            _series.Add(key, sampled);
        }

        // Those that nobody wants are remembered as null, and count as seen so that they are not looked for among the vanished.
        if (sampled is not null)
        {
            sampled.SeenIn = _round;
            _seen++;
            Refused += sampled.Append(time, series);
        }
        else
        {
            _unwantedSeen++;
        }

        return sampled;
    }

    private void MarkVanished(long time)
    {
        // Labels that come and go would fill the memory with series of which nobody wants to know; when most are gone all are forgotten, and those still there are met again.
        var forgets = _unwanted > (2 * _unwantedSeen) + MostVanished;
        if (_seen + _unwanted == _series.Count && !forgets)
        {
            return;
        }

        _unwanted = forgets ? 0 : _unwanted;
        foreach (var (key, sampled) in _series)
        {
            if (sampled is null && forgets)
            {
                _series.Remove(key);
            }
            else if (sampled is not null && sampled.SeenIn != _round)
            {
                sampled.MarkStale(time);
                _series.Remove(key);
            }
        }
    }

    private SampledSeries? Make(MetricDefinition definition, in MetricSeries series)
    {
        var name = definition.Name;
        if (!series.IsHistogram)
        {
            return Handle(series, name) is { } value ? new SampledSeries(value, null, []) : Unwanted();
        }

        var (count, sum) = (Handle(series, name + "_count"), Handle(series, name + "_sum"));
        var buckets = new SeriesHandle?[series.Bounds.Length];
        for (var i = 0; i < buckets.Length; i++)
        {
            // As OpenMetrics writes bounds, and as Prometheus 3 keeps them whatever the format: le="1.0".
            buckets[i] = Handle(series, name + "_bucket", CanonicalNumber.Format(series.Bounds[i], openMetrics: true));
        }

        return count is null && sum is null && Array.TrueForAll(buckets, static bucket => bucket is null) ? Unwanted() : new SampledSeries(count, sum, buckets);
    }

    private SampledSeries? Unwanted()
    {
        _unwanted++;
        return null;
    }

    private SeriesHandle? Handle(in MetricSeries series, string name, string? bound = null)
    {
        if (!_plan.MayWant(name))
        {
            return null;
        }

        var pairs = series.Labels.Select(static pair => new Label(pair.Key, WellFormedText.Of(pair.Value))).Append(new Label(Labels.MetricName, name));
        var labels = Labels.From(bound is null ? pairs : pairs.Append(new Label("le", bound)));
        foreach (ref readonly var label in context.TargetLabels.Span)
        {
            labels = labels.Get(label.Name).Length > 0 ? labels : labels.With(label.Name, label.Value);
        }

        return _plan.Wants(labels) ? new SeriesHandle(context.Store, labels) : null;
    }
}
