using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>Finds the info series of a series at one time and puts their labels together (combineWithInfoVector in promql/info.go).</summary>
internal sealed class InfoJoin(string[] identifying, string[] wantedLabels)
{
    private readonly HashSet<string>[] _values = [.. identifying.Select(static _ => new HashSet<string>(StringComparer.Ordinal))];
    private readonly Dictionary<(string Name, Labels Identity), (Labels Labels, long Time)> _infos = [];
    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);
    private readonly LabelCache<Labels, Labels> _identities = new(labels => labels.Keep(identifying));

    public void Begin()
    {
        Array.ForEach(_values, static values => values.Clear());
        _infos.Clear();
        _names.Clear();
    }

    /// <summary>Adds a series that wants labels; only info series with one of the identities seen here are looked at.</summary>
    public void AddBase(Labels labels)
    {
        for (var i = 0; i < identifying.Length; i++)
        {
            var value = labels.Get(identifying[i]);
            if (value.Length > 0)
            {
                _values[i].Add(value);
            }
        }
    }

    /// <exception cref="QueryException">Two info series of one name and identity were sampled at the same time.</exception>
    public void AddInfo(Labels labels, long time)
    {
        if (Array.TrueForAll(_values, static values => values.Count == 0))
        {
            return;
        }

        for (var i = 0; i < identifying.Length; i++)
        {
            if (_values[i].Count > 0 && !_values[i].Contains(labels.Get(identifying[i])))
            {
                return;
            }
        }

        var key = (labels.Name, _identities.Get(labels));
        if (_infos.TryGetValue(key, out var known) && known.Time == time)
        {
            throw new QueryException($"found duplicate series for info metric: existing {known.Labels} @ {known.Time}, new {labels} @ {time}");
        }

        // Of two that overlap while a label changes, the one sampled last is right.
        if (known.Labels is null || known.Time < time)
        {
            _infos[key] = (labels, time);
        }

        _names.Add(labels.Name);
    }

    /// <exception cref="QueryException">Two info series disagree about a label.</exception>
    public Labels Enrich(Labels labels, out bool matched)
    {
        matched = false;
        var identity = _identities.Get(labels);
        var added = Labels.Empty;
        foreach (var name in _names)
        {
            if (_infos.TryGetValue((name, identity), out var info))
            {
                matched = true;
                added = Merge(labels, added, info.Labels);
            }
        }

        foreach (ref readonly var label in added.Span)
        {
            labels = labels.With(label.Name, label.Value);
        }

        return labels;
    }

    private Labels Merge(Labels labels, Labels added, Labels info)
    {
        foreach (ref readonly var label in info.Span)
        {
            if (label.Name == Labels.MetricName || (wantedLabels.Length > 0 && !wantedLabels.Contains(label.Name)))
            {
                continue;
            }

            var earlier = added.Get(label.Name);
            if (earlier.Length > 0 && earlier != label.Value)
            {
                throw new QueryException($"conflicting label: {label.Name}");
            }

            if (labels.Get(label.Name).Length == 0)
            {
                added = added.With(label.Name, label.Value);
            }
        }

        return added;
    }
}
