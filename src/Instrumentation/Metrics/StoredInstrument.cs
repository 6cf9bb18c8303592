using Instrumentation.Metrics.Cells;
using Instrumentation.Metrics.Families;

namespace Instrumentation.Metrics;

/// <summary>An instrument whose value is stored as it is set; the last write wins, whichever thread it comes from.</summary>
public abstract partial class StoredInstrument : Instrument
{
    /// <summary>A series that was never set.</summary>
    private const byte Unset = 0;

    /// <summary>One that was set, but not since the last snapshot that asked.</summary>
    private const byte Shown = 1;

    /// <summary>One that was set. Every write leaves it so.</summary>
    private const byte Written = 2;

    /// <summary>One that was removed and not set since.</summary>
    private const byte Removed = 3;

    /// <summary>The bits of what a removed series holds: a NaN that no arithmetic yields.</summary>
    private static readonly double s_absent = BitConverter.Int64BitsToDouble(0x7FF4_6162_7365_6E74);

    private readonly double[] _values;
    private readonly byte[] _states;

    private protected StoredInstrument(InstrumentSetup setup)
        : base(setup)
    {
        _values = new double[Space.Count];
        _states = new byte[Space.Count];
        _idle = Expires ? new IdleSeries(Space.Count, setup.ExpireAfter!.Value) : null;
    }

    private protected double Read(int series)
    {
        var value = Volatile.Read(ref _values[series]);
        return IsAbsent(value) ? 0 : value;
    }

    private protected void SetCore(int series, double value)
    {
        Volatile.Write(ref _values[series], value);
        Touch(series, value);
    }

    private protected void AddCore(int series, double amount)
    {
        ref var value = ref _values[series];
        var seen = Volatile.Read(ref value);
        double sum;
        while (true)
        {
            sum = (IsAbsent(seen) ? 0 : seen) + amount;
            var found = Interlocked.CompareExchange(ref value, sum, seen);

            // By bits: a NaN never equals itself, and the loop would not end.
            if (BitConverter.DoubleToInt64Bits(found) == BitConverter.DoubleToInt64Bits(seen))
            {
                break;
            }

            seen = found;
        }

        Touch(series, sum);
    }

    private protected override void Collect(SnapshotBuilder builder)
    {
        var space = Space;
        for (var series = 0; series < _values.Length; series++)
        {
            var state = Volatile.Read(ref _states[series]);
            if (state != Removed && space.Shows(series, state != Unset))
            {
                builder.Add(space.Table, series, Read(series));
            }
        }
    }

    private static bool IsAbsent(double value) => BitConverter.DoubleToInt64Bits(value) == BitConverter.DoubleToInt64Bits(s_absent);

    /// <remarks>Reads before it writes: the line that many threads look at stays shared.</remarks>
    private void Touch(int series, double value)
    {
        if (_states[series] != Written)
        {
            Interlocked.Exchange(ref _states[series], Written);

            // Whoever removed the series meanwhile took the value that was set for the one to be removed, if they are the same.
            Interlocked.CompareExchange(ref _values[series], value, s_absent);
        }

        if (IsDynamic)
        {
            LookupGuard.Exit();
        }
    }
}
