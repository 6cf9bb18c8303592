using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>Numbers the match groups of series: those that agree in the labels that count get the same number.</summary>
internal sealed class SignatureTable(bool keep, IReadOnlyCollection<string> names)
{
    private const int Most = 50_000;
    private readonly Dictionary<Labels, int> _bySeries = [];
    private readonly Dictionary<Labels, int> _byKey = [];

    /// <summary>How many groups there are.</summary>
    public int Count => _byKey.Count;

    /// <summary>Forgets what has piled up; numbers given out before are void then.</summary>
    public void Trim()
    {
        if (_bySeries.Count > Most)
        {
            _bySeries.Clear();
            _byKey.Clear();
        }
    }

    public int NumberOf(Labels series)
    {
        if (_bySeries.TryGetValue(series, out var number))
        {
            return number;
        }

        var key = KeyOf(series);
        if (!_byKey.TryGetValue(key, out number))
        {
            number = _byKey.Count;
            _byKey.Add(key, number);
        }

        _bySeries.Add(series, number);
        return number;
    }

    /// <summary>The labels that make up a group: the listed ones, or all but those and the name.</summary>
    public Labels KeyOf(Labels series) => keep
        ? series.Keep(names)
        : series.Where(name => name != Labels.MetricName && !names.Contains(name));
}
