using Instrumentation.Metrics.Families;

namespace Instrumentation.Metrics;

/// <summary>
/// A number that is read when a snapshot is taken. A callback that throws is counted by <c>instrumentation_collector_failures_total</c>, and the number
/// is left out of that snapshot.
/// </summary>
public sealed class CallbackInstrument : Instrument
{
    private Func<double> _read;
    private double _value;
    private bool _hasValue;
    private bool _started;

    internal CallbackInstrument(InstrumentSetup setup, Func<double> read)
        : base(setup) => _read = read;

    /// <summary>Makes this the callback to be asked. Returns whether it is the first time.</summary>
    internal bool Start(Func<double> read)
    {
        Volatile.Write(ref _read, read);
        return !Interlocked.Exchange(ref _started, true);
    }

    /// <summary>Asks for the value. Called before cells are summed, so that a failure shows in the same snapshot.</summary>
    internal void Refresh()
    {
        _hasValue = false;
        _value = Volatile.Read(ref _read)();
        _hasValue = true;
    }

    private protected override void Collect(SnapshotBuilder builder)
    {
        if (_hasValue)
        {
            builder.Add(Space.Table, 0, _value);
        }
    }
}
