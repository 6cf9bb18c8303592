using Instrumentation.Metrics.Cells;

namespace Instrumentation.Metrics.Labels;

/// <summary>
/// Gives the places of label values whose series are all gone to other values. Used within snapshots of one registry, which come one after the other.
/// </summary>
/// <remarks>
/// <para>A snapshot does this in order, and what comes later relies on what came before:</para>
/// <list type="number">
/// <item>series are removed, and with the last one of a value that value is noted here;</item>
/// <item><see cref="Retire"/>: lookups no longer find the noted values, and a grace period begins for threads that had found them;</item>
/// <item>when that is over, at once or some snapshots later, the cells are summed: whatever those threads counted is in the sums;</item>
/// <item>series are collected, and one that was counted in meanwhile is shown again and keeps its value's place;</item>
/// <item><see cref="Settle"/>: the places of the others are free.</item>
/// </list>
/// </remarks>
internal sealed class LabelPlaces
{
    private readonly HashSet<LimitedValues> _noted = [];
    private readonly List<LimitedValues> _retired = [];
    private GracePeriod? _grace;
    private bool _isOver;

    internal void Note(LimitedValues values) => _noted.Add(values);

    /// <summary>Before cells are summed: looks whether the last grace period is over.</summary>
    internal void Look() => _isOver = _grace?.IsOver() ?? false;

    /// <summary>Takes the noted values out of use, unless others are waiting still. Returns whether cells must be summed anew, after the grace period.</summary>
    internal bool Retire()
    {
        if (_grace is not null || _noted.Count == 0)
        {
            return false;
        }

        foreach (var values in _noted)
        {
            if (values.Retire())
            {
                _retired.Add(values);
            }
        }

        _noted.Clear();
        if (_retired.Count == 0)
        {
            return false;
        }

        _grace = new GracePeriod();
        return _isOver = _grace.IsOver();
    }

    /// <summary>After everything is collected: frees the places of values that have stayed unused through a grace period.</summary>
    internal void Settle()
    {
        if (_isOver)
        {
            _retired.ForEach(static values => values.Free());
            _retired.Clear();
            _grace = null;
            _isOver = false;
        }
    }
}
