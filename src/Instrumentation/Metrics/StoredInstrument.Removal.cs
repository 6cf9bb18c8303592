using Instrumentation.Metrics.Cells;
using Instrumentation.Metrics.Families;

namespace Instrumentation.Metrics;

/// <content>How series go.</content>
public abstract partial class StoredInstrument
{
    private readonly IdleSeries? _idle;
    private readonly Lock _gate = new();

    /// <summary>What was removed and not yet taken out by a snapshot; guarded by the gate.</summary>
    private List<int>? _removed;

    /// <summary>
    /// Removes a series: it is left out of snapshots from the next one on, until it is set again. A number must not be used after the series of a dynamic label is
    /// removed: look it up again.
    /// </summary>
    /// <param name="series">The series' number.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such series.</exception>
    public void RemoveAt(int series)
    {
        series = Checked(series);
        Interlocked.Exchange(ref _states[series], Removed);
        Forget(series, Volatile.Read(ref _values[series]));
        lock (_gate)
        {
            (_removed ??= []).Add(series);
        }

        if (IsDynamic)
        {
            LookupGuard.Exit();
        }
    }

    private protected sealed override bool TryRemove(int series, bool isShown)
    {
        var state = Volatile.Read(ref _states[series]);
        if (state == Removed || (state == Unset && !isShown))
        {
            return false;
        }

        RemoveAt(series);
        return true;
    }

    internal sealed override void ApplyRemovals()
    {
        if (Volatile.Read(ref _removed) is null)
        {
            return;
        }

        lock (_gate)
        {
            // One that was set since is another one, with a place of its own in the table if its label values have come back.
            _removed!.ForEach(Space.Remove);
            _removed = null;
        }
    }

    /// <remarks>A gauge that is set to the same value again and again is in use, so what counts is that it is set and not what to.</remarks>
    internal sealed override void Expire(SnapshotBuilder builder, DateTimeOffset now)
    {
        if (_idle is null)
        {
            return;
        }

        for (var series = 0; series < _states.Length; series++)
        {
            ref var state = ref _states[series];
            if (Interlocked.CompareExchange(ref state, Shown, Written) == Written)
            {
                _idle.Use(series, now);
            }
            else if (_idle.IsIdle(series, now))
            {
                var value = Volatile.Read(ref _values[series]);
                if (Interlocked.CompareExchange(ref state, Removed, Shown) == Shown)
                {
                    Forget(series, value);
                    Space.Remove(series);
                }
            }
        }
    }

    /// <summary>Takes away the value, so that what is added to the series later is added to 0.</summary>
    private void Forget(int series, double value)
    {
        var wasForgotten = Same(Interlocked.CompareExchange(ref _values[series], s_absent, value), value);

        // A thread that set the same value meanwhile has either been seen to write the state, or will see that the value is gone.
        if (wasForgotten && Volatile.Read(ref _states[series]) == Written)
        {
            Interlocked.CompareExchange(ref _values[series], value, s_absent);
        }
    }

    private static bool Same(double one, double other) => BitConverter.DoubleToInt64Bits(one) == BitConverter.DoubleToInt64Bits(other);
}
