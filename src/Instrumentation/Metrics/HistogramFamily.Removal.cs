using Instrumentation.Metrics.Cells;
using Instrumentation.Metrics.Families;

namespace Instrumentation.Metrics;

/// <content>
/// How series go. Cells only ever grow by what is observed, so a series that goes is given what they held: what is observed from then on is what they hold beyond.
/// </content>
public partial class HistogramFamily
{
    private readonly IdleSeries? _idle;

    /// <summary>What the series held before that this snapshot has found idle.</summary>
    private readonly Dictionary<int, long[]?> _expired = [];

    /// <summary>What was removed and not yet taken out by a snapshot; guarded by the gate.</summary>
    private Dictionary<int, long[]>? _removed;

    /// <summary>What the cells of each series held when it last went. Written by one snapshot at a time.</summary>
    private long[]?[]? _before;

    /// <summary>
    /// Removes a series: it is left out of snapshots from the next one on, and begins empty when something is observed again. A number must not be used after the series
    /// of a dynamic label is removed: look it up again.
    /// </summary>
    /// <param name="series">The series' number.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such series.</exception>
    public void RemoveAt(int series)
    {
        series = Checked(series);
        lock (_gate)
        {
            (_removed ??= [])[series] = Read(series);
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
            long[]? before = null;
            var isRemoved = _removed?.TryGetValue(series, out before) == true;
            if (Count(Read(series)) == Count(isRemoved ? before : _before?[series]) && (isRemoved || !isShown))
            {
                return false;
            }
        }

        RemoveAt(series);
        return true;
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
        for (var series = 0; _idle is not null && series < _cells.Length; series++)
        {
            var cell = Volatile.Read(ref _cells[series]);
            if (cell != 0 && _idle.IsIdle(series, Count(builder, cell), 0, now) && Space.Table.Has(series))
            {
                var cells = new long[Buckets + _bounds.BucketCount];
                for (var i = 0; i < cells.Length; i++)
                {
                    cells[i] = builder.Total(cell + i);
                }

                _expired[series] = _before?[series];
                Remove(series, cells);
            }
        }
    }

    private void Remove(int series, long[] before)
    {
        (_before ??= new long[]?[Space.Count])[series] = before;
        _exemplars.Forget(series);
        Space.Remove(series);
    }

    private static long Count(long[]? cells)
    {
        var count = 0L;
        for (var i = Buckets; i < cells?.Length; i++)
        {
            count += cells[i];
        }

        return count;
    }

    /// <remarks>
    /// An observation that is being made right now may have its bucket counted as removed and its part of the sum as observed again. Over all time both are exact.
    /// </remarks>
    private long[] Read(int series)
    {
        var cells = new long[Buckets + _bounds.BucketCount];
        if (_cells[series] is var cell and not 0)
        {
            cells[0] = BitConverter.DoubleToInt64Bits(CellMemory.SumReal(cell));
            for (var i = Buckets; i < cells.Length; i++)
            {
                cells[i] = CellMemory.Sum(cell + i);
            }
        }

        return cells;
    }
}
