using System.Runtime.InteropServices;

namespace Instrumentation.PromQL.Storage;

/// <summary>Finds series by their labels. Not thread-safe.</summary>
internal sealed class LabelIndex
{
    private readonly Dictionary<string, Dictionary<string, HashSet<StoredSeries>>> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<Labels, StoredSeries> _all = [];

    public int Count => _all.Count;

    public IReadOnlyCollection<StoredSeries> All => _all.Values;

    public IReadOnlyCollection<string> Names => _byName.Keys;

    public bool TryFind(Labels labels, out StoredSeries? series) => _all.TryGetValue(labels, out series);

    public IReadOnlyCollection<string> ValuesOf(string name) => _byName.TryGetValue(name, out var values) ? values.Keys : [];

    public void Add(StoredSeries series)
    {
        _all.Add(series.Labels, series);
        foreach (ref readonly var label in series.Labels.Span)
        {
            ref var values = ref CollectionsMarshal.GetValueRefOrAddDefault(_byName, label.Name, out _);
            values ??= new Dictionary<string, HashSet<StoredSeries>>(StringComparer.Ordinal);
            ref var members = ref CollectionsMarshal.GetValueRefOrAddDefault(values, label.Value, out _);
            (members ??= []).Add(series);
        }
    }

    public void Remove(StoredSeries series)
    {
        _all.Remove(series.Labels);
        foreach (ref readonly var label in series.Labels.Span)
        {
            var values = _byName[label.Name];
            var members = values[label.Value];
            members.Remove(series);
            if (members.Count == 0)
            {
                values.Remove(label.Value);
            }

            if (values.Count == 0)
            {
                _byName.Remove(label.Name);
            }
        }
    }

    /// <summary>Looks up the matcher that leaves the fewest, and tries the others on those.</summary>
    public void Select(IReadOnlyList<SeriesMatcher> matchers, List<ISampleSeries> result)
    {
        SeriesMatcher? best = null;
        var fewest = _all.Count;
        foreach (var matcher in matchers)
        {
            if (CountOf(matcher) is { } count && count <= fewest)
            {
                (best, fewest) = (matcher, count);
            }
        }

        if (best is null)
        {
            Filter(_all.Values, matchers, result);
            return;
        }

        foreach (var value in best.Candidates!)
        {
            if (_byName.TryGetValue(best.Name, out var values) && values.TryGetValue(value, out var members))
            {
                Filter(members, matchers, result);
            }
        }
    }

    // An empty candidate matches series without the label, which no list holds.
    private int? CountOf(SeriesMatcher matcher)
    {
        if (matcher.Candidates is null || matcher.Candidates.Contains(""))
        {
            return null;
        }

        return _byName.TryGetValue(matcher.Name, out var values)
            ? matcher.Candidates.Sum(value => values.TryGetValue(value, out var members) ? members.Count : 0)
            : 0;
    }

    private static void Filter(IEnumerable<StoredSeries> candidates, IReadOnlyList<SeriesMatcher> matchers, List<ISampleSeries> result)
    {
        foreach (var series in candidates)
        {
            var matches = true;
            for (var i = 0; i < matchers.Count && matches; i++)
            {
                matches = matchers[i].Matches(series.Labels.Get(matchers[i].Name));
            }

            if (matches)
            {
                result.Add(series);
            }
        }
    }
}
