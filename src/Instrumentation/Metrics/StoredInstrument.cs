using Instrumentation.Metrics.Families;

namespace Instrumentation.Metrics;

/// <summary>An instrument whose value is stored as it is set; the last write wins, whichever thread it comes from.</summary>
public abstract class StoredInstrument : Instrument
{
    private readonly double[] _values;
    private readonly bool[] _written;

    private protected StoredInstrument(InstrumentSetup setup)
        : base(setup)
    {
        _values = new double[Space.Count];
        _written = new bool[Space.Count];
    }

    private protected double Read(int series) => Volatile.Read(ref _values[series]);

    private protected void SetCore(int series, double value)
    {
        Volatile.Write(ref _values[series], value);
        Touch(series);
    }

    private protected void AddCore(int series, double amount)
    {
        ref var value = ref _values[series];
        var seen = Volatile.Read(ref value);
        while (true)
        {
            var found = Interlocked.CompareExchange(ref value, seen + amount, seen);

            // By bits: a NaN never equals itself, and the loop would not end.
            if (BitConverter.DoubleToInt64Bits(found) == BitConverter.DoubleToInt64Bits(seen))
            {
                break;
            }

            seen = found;
        }

        Touch(series);
    }

    private protected override void Collect(SnapshotBuilder builder)
    {
        var space = Space;
        for (var series = 0; series < _values.Length; series++)
        {
            if (space.Shows(series, Volatile.Read(ref _written[series])))
            {
                builder.Add(space.Table, series, Volatile.Read(ref _values[series]));
            }
        }
    }

    /// <remarks>Reads before it writes: the line that many threads look at stays shared.</remarks>
    private void Touch(int series)
    {
        if (!_written[series])
        {
            Volatile.Write(ref _written[series], true);
        }
    }
}
