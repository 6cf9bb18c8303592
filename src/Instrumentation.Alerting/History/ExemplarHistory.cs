using Instrumentation.Metrics;
using Instrumentation.PromQL.Parsing.Syntax;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.Alerting.History;

/// <summary>The exemplars that samplings met, the newest of all series; bounded in number, and in time as the samples are. Thread-safe.</summary>
/// <param name="most">How many are kept.</param>
internal sealed class ExemplarHistory(int most)
{
    private readonly Lock _gate = new();
    private readonly Queue<(Labels Series, Exemplar Exemplar)> _kept = new();

    /// <summary>Takes one in; the oldest makes room for it.</summary>
    internal void Add(Labels series, Exemplar exemplar)
    {
        lock (_gate)
        {
            _kept.Enqueue((series, exemplar));
            while (_kept.Count > most)
            {
                _kept.Dequeue();
            }
        }
    }

    /// <summary>Forgets those from before a time.</summary>
    internal void Trim(DateTimeOffset before)
    {
        lock (_gate)
        {
            while (_kept.TryPeek(out var oldest) && oldest.Exemplar.Time < before)
            {
                _kept.Dequeue();
            }
        }
    }

    /// <summary>Moves all of them after the clock was set.</summary>
    internal void Shift(TimeSpan by)
    {
        lock (_gate)
        {
            for (var i = _kept.Count; i > 0; i--)
            {
                var (series, exemplar) = _kept.Dequeue();
                _kept.Enqueue((series, exemplar with { Time = exemplar.Time + by }));
            }
        }
    }

    /// <summary>Those of the series that a query reads.</summary>
    internal IReadOnlyList<ExemplarSeries> Find(Expression query, DateTimeOffset from, DateTimeOffset to)
    {
        var plan = new SelectionPlan(RuleReach.Selectors(query).Select(static selector => selector.Matchers));
        var found = new SortedDictionary<Labels, List<Exemplar>?>();
        lock (_gate)
        {
            foreach (var (series, exemplar) in _kept)
            {
                if (exemplar.Time < from || exemplar.Time > to)
                {
                    continue;
                }

                if (!found.TryGetValue(series, out var exemplars))
                {
                    found.Add(series, exemplars = plan.Wants(series) ? [] : null);
                }

                exemplars?.Add(exemplar);
            }
        }

        // The last one of a series is met again when it comes to be sampled anew.
        return
        [
            .. found.Where(static pair => pair.Value is not null)
                .Select(static pair => new ExemplarSeries(pair.Key, [.. pair.Value!.Distinct().OrderBy(static exemplar => exemplar.Time)])),
        ];
    }
}
