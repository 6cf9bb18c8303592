using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>Numbers the groups of an aggregation in the order in which they turn up (generateGroupingKey in promql/engine.go).</summary>
internal sealed class GroupTable(IReadOnlyList<string> grouping, bool without)
{
    private const int Most = 50_000;
    private readonly Dictionary<Labels, int> _bySeries = [];
    private readonly Dictionary<Labels, int> _byLabels = [];
    private readonly List<Labels> _labels = [];

    /// <summary>How many groups there are.</summary>
    public int Count => _labels.Count;

    /// <summary>Forgets all groups if too many have piled up.</summary>
    /// <returns>Whether it has.</returns>
    public bool Trim()
    {
        if (_bySeries.Count <= Most)
        {
            return false;
        }

        _bySeries.Clear();
        _byLabels.Clear();
        _labels.Clear();
        return true;
    }

    public int NumberOf(Labels series)
    {
        if (_bySeries.TryGetValue(series, out var number))
        {
            return number;
        }

        var labels = without
            ? series.Where(name => name != Labels.MetricName && !grouping.Contains(name))
            : series.Keep(grouping);
        if (!_byLabels.TryGetValue(labels, out number))
        {
            number = _labels.Count;
            _labels.Add(labels);
            _byLabels.Add(labels, number);
        }

        _bySeries.Add(series, number);
        return number;
    }

    public Labels LabelsOf(int group) => _labels[group];
}
