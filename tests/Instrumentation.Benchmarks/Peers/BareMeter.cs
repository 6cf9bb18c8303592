using System.Diagnostics.Metrics;

namespace Instrumentation.Benchmarks.Peers;

/// <summary>A System.Diagnostics.Metrics meter with the least listener there can be: it adds to one field.</summary>
internal sealed class BareMeter : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _sum;
    private double _doubleSum;

    internal BareMeter()
    {
        Meter = new Meter("Benchmarks.Bare." + Guid.NewGuid());
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter, Meter))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, value, _, _) => Interlocked.Add(ref _sum, value));
        _listener.SetMeasurementEventCallback<double>((_, value, _, _) => _doubleSum += value);
        _listener.Start();
    }

    internal Meter Meter { get; }

    internal (long Whole, double Real) Sums => (_sum, _doubleSum);

    public void Dispose()
    {
        _listener.Dispose();
        Meter.Dispose();
    }
}
