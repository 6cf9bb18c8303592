using Instrumentation.Metrics.Cells;
using Instrumentation.Metrics.Families;

namespace Instrumentation.Metrics;

/// <content>
/// How series go. Cells only ever grow by what is added, so a series that goes is given the sum that it had: what is added from then on is what it has beyond.
/// </content>
public abstract partial class SummedInstrument
{
    private readonly IdleSeries? _idle;

    /// <summary>What the series had before that this snapshot has found idle.</summary>
    private readonly Dictionary<int, Sums> _expired = [];

    /// <summary>What was removed and not yet taken out by a snapshot; guarded by the gate.</summary>
    private Dictionary<int, Sums>? _removed;

    /// <summary>What each series had when it last went. Written by one snapshot at a time, under the gate.</summary>
    private Sums[]? _before;

    /// <summary>
    /// Removes a series: it is left out of snapshots from the next one on, and begins at 0 when it is added to again. What other threads add meanwhile
    /// counts either as removed or as added again, never as both or neither. A number must not be used after the series of a dynamic label is removed: look it up again.
    /// </summary>
    /// <param name="series">The series' number.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such series.</exception>
    public void RemoveAt(int series)
    {
        series = Checked(series);
        lock (_gate)
        {
            (_removed ??= [])[series] = Sum(series);
        }

        if (IsDynamic)
        {
            LookupGuard.Exit();
        }
    }

    private protected sealed override bool TryRemove(int series, bool isShown)
    {
        lock (_gate)
        {
            var before = default(Sums);
            var isRemoved = _removed?.TryGetValue(series, out before) == true;
            if (Sum(series) == (isRemoved ? before : _before?[series] ?? default) && (isRemoved || !isShown))
            {
                return false;
            }
        }

        RemoveAt(series);
        return true;
    }

    /// <summary>The series' value now.</summary>
    private protected double Read(int series)
    {
        lock (_gate)
        {
            if (_removed is null || !_removed.TryGetValue(series, out var before))
            {
                before = _before?[series] ?? default;
            }

            var now = Sum(series);
            if (IsDynamic)
            {
                LookupGuard.Exit();
            }

            return Real(now.Whole - before.Whole) + (now.Fraction - before.Fraction);
        }
    }

    /// <remarks>Sums taken before those of the snapshot are never more than they, so what is left is never less than nothing.</remarks>
    internal sealed override void ApplyRemovals()
    {
        if (Volatile.Read(ref _removed) is null)
        {
            return;
        }

        lock (_gate)
        {
            foreach (var (series, before) in _removed!)
            {
                Remove(series, before);
            }

            _removed = null;
        }
    }

    internal sealed override void Expire(SnapshotBuilder builder, DateTimeOffset now)
    {
        if (_idle is null)
        {
            return;
        }

        var fractions = Volatile.Read(ref _fractions);
        for (var series = 0; series < Space.Count; series++)
        {
            var sums = new Sums(builder.Total(_whole + series), fractions == None ? 0 : builder.RealTotal(fractions + series));
            if (_idle.IsIdle(series, sums.Whole, BitConverter.DoubleToInt64Bits(sums.Fraction), now) && Space.Table.Has(series) && MayExpire(series, sums))
            {
                _expired[series] = _before?[series] ?? default;
                lock (_gate)
                {
                    Remove(series, sums);
                }
            }
        }
    }

    /// <summary>
    /// Has a series go on that was added to after it was found idle. Shown without a gap it must not begin anew: when it has more than it had by then, nobody could tell
    /// that it did.
    /// </summary>
    private void TakeBack(int series, Sums now)
    {
        if (_expired.Count > 0 && now != _before![series] && _expired.TryGetValue(series, out var before))
        {
            lock (_gate)
            {
                _before[series] = before;
            }
        }
    }

    /// <remarks>
    /// What an up-down counter stands for is still there while it is not 0, however long nothing has come or gone.
    /// </remarks>
    private bool MayExpire(int series, Sums sums) => Kind != MetricKind.UpDownCounter || sums == (_before?[series] ?? default);

    private void Remove(int series, Sums before)
    {
        (_before ??= new Sums[Space.Count])[series] = before;
        Exemplars?.Forget(series);
        Space.Remove(series);
    }

    private Sums Sum(int series)
    {
        var fractions = Volatile.Read(ref _fractions);
        return new Sums(CellMemory.Sum(_whole + series), fractions == None ? 0 : CellMemory.SumReal(fractions + series));
    }

    private readonly record struct Sums(long Whole, double Fraction);
}
