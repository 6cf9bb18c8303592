using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Instrumentation.Collectors.Publishing;
using Instrumentation.Metrics;

namespace Instrumentation.Collectors.Meters;

/// <summary>Listens to the meters whose names match, and passes what they measure to their streams.</summary>
internal sealed class MeterSubscription : IDisposable
{
    private const string Collector = "meters";

    private readonly MeterHub _hub;
    private readonly MeterOptions _options;
    private readonly NamePattern _names;
    private readonly MeterListener _listener = new();
    private readonly IDisposable _collecting;
    private readonly HashSet<string> _noted = new(StringComparer.Ordinal);
    private volatile bool _isDisposed;

    internal MeterSubscription(InstrumentRegistry registry, MeterOptions options)
    {
        _hub = MeterHub.Of(registry);
        _options = options;
        _names = new NamePattern(options.Names);
        _listener.InstrumentPublished = Offer;
        _listener.MeasurementsCompleted = (instrument, _) => _hub.Release(instrument);
        _listener.SetMeasurementEventCallback<byte>(static (_, value, tags, stream) => To(stream).Record((long)value, tags));
        _listener.SetMeasurementEventCallback<short>(static (_, value, tags, stream) => To(stream).Record((long)value, tags));
        _listener.SetMeasurementEventCallback<int>(static (_, value, tags, stream) => To(stream).Record((long)value, tags));
        _listener.SetMeasurementEventCallback<long>(static (_, value, tags, stream) => To(stream).Record(value, tags));
        _listener.SetMeasurementEventCallback<float>(static (_, value, tags, stream) => To(stream).Record((double)value, tags));
        _listener.SetMeasurementEventCallback<double>(static (_, value, tags, stream) => To(stream).Record(value, tags));
        _listener.SetMeasurementEventCallback<decimal>(static (_, value, tags, stream) => To(stream).Record((double)value, tags));
        _hub.Add(this);
        _listener.Start();
        _collecting = registry.AddCollector(Collector, Observe);
    }

    /// <summary>Collects instruments that are there already and that nobody else collects any more.</summary>
    internal void Rescan()
    {
        // A listener is told of what is there when it starts, and only then.
        using var scan = new MeterListener { InstrumentPublished = Offer };
        scan.Start();
    }

    public void Dispose()
    {
        _isDisposed = true;
        _collecting.Dispose();
        _listener.Dispose();
        _hub.Remove(this);
    }

    /// <remarks>The state is what <see cref="Offer"/> gave.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static MeterStream To(object? stream) => Unsafe.As<MeterStream>(stream!);

    private static string? FirstFrame(Exception failure) => failure.StackTrace?.Split('\n')[0];

    private void Offer(System.Diagnostics.Metrics.Instrument instrument, MeterListener _)
    {
        // Our own instruments are in the exposition already.
        if (_isDisposed || instrument.Meter.Scope is Publication || !_names.Matches(instrument.Meter.Name))
        {
            return;
        }

        if (_hub.Claim(instrument, _options) is { } stream)
        {
            _listener.EnableMeasurementEvents(instrument, stream);
        }
    }

    private void Observe()
    {
        _hub.BeginCycle(this);
        try
        {
            _listener.RecordObservableInstruments();
        }
        catch (AggregateException failures)
        {
            // The listener has gone on to the instruments after those that threw.
            foreach (var failure in failures.InnerExceptions)
            {
                _hub.Registry.Self.CollectorFailed(Collector);
                if (_noted.Count < 20 && _noted.Add($"{failure.GetType()} {FirstFrame(failure)}"))
                {
                    _hub.Registry.Notices.Add(
                        $"The callback of an observable instrument threw; its series are left out, and further failures are only counted. {failure}");
                }
            }
        }
    }
}
