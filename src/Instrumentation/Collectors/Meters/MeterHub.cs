using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Instrumentation.Collectors.Publishing;
using Instrumentation.Metrics;
using Instrument = System.Diagnostics.Metrics.Instrument;

namespace Instrumentation.Collectors.Meters;

/// <summary>
/// Listens to the meters for one registry, whoever collects into it: the hosts of a process share one registry, every measurement must be counted once, and a host that stops must not
/// take from the others what it was the first to collect.
/// </summary>
internal sealed class MeterHub
{
    private static readonly ConditionalWeakTable<InstrumentRegistry, MeterHub> s_hubs = [];

    /// <summary>Held while the runtime's lock on instruments is taken and never the other way round: the runtime calls listeners outside of it.</summary>
    private readonly Lock _gate = new();
    private readonly List<MeterSubscription> _subscriptions = [];
    private readonly MeterStreams _streams;
    private readonly ObservationFailures _failures;
    private readonly InstrumentRegistry _registry;
    private IDisposable? _collecting;
    private volatile MeterListener? _listener;
    private long _cycle;

    private MeterHub(InstrumentRegistry registry)
    {
        _registry = registry;
        _streams = new MeterStreams(registry, () => Volatile.Read(ref _cycle));
        _failures = new ObservationFailures(registry);
    }

    internal static MeterHub Of(InstrumentRegistry registry) => s_hubs.GetValue(registry, static registry => new MeterHub(registry));

    internal MeterSubscription Add(MeterOptions options)
    {
        var subscription = new MeterSubscription(this, options);
        lock (_gate)
        {
            _subscriptions.Add(subscription);
            if (_listener is null)
            {
                _listener = Listen();
                _listener.Start();
                _collecting = _registry.AddCollector(ObservationFailures.Collector, Observe);
            }
            else
            {
                // A listener is told of what is there when it starts, and only then.
                using var scan = new MeterListener { InstrumentPublished = Offer };
                scan.Start();
            }
        }

        return subscription;
    }

    internal void Remove(MeterSubscription subscription)
    {
        lock (_gate)
        {
            if (!_subscriptions.Remove(subscription) || _listener is not { } listener)
            {
                return;
            }

            if (_subscriptions.Count == 0)
            {
                // The runtime holds on to a listener, and that to the registry.
                _collecting?.Dispose();
                _listener = null;
                listener.Dispose();
                return;
            }

            foreach (var instrument in _streams.Instruments.Where(instrument => FirstToWant(instrument) is null).ToList())
            {
                listener.DisableMeasurementEvents(instrument);
            }
        }
    }

    private MeterListener Listen()
    {
        var listener = new MeterListener { InstrumentPublished = Offer, MeasurementsCompleted = Release };
        listener.SetMeasurementEventCallback<byte>(static (_, value, tags, stream) => To(stream).Record((long)value, tags));
        listener.SetMeasurementEventCallback<short>(static (_, value, tags, stream) => To(stream).Record((long)value, tags));
        listener.SetMeasurementEventCallback<int>(static (_, value, tags, stream) => To(stream).Record((long)value, tags));
        listener.SetMeasurementEventCallback<long>(static (_, value, tags, stream) => To(stream).Record(value, tags));
        listener.SetMeasurementEventCallback<float>(static (_, value, tags, stream) => To(stream).Record((double)value, tags));
        listener.SetMeasurementEventCallback<double>(static (_, value, tags, stream) => To(stream).Record(value, tags));
        listener.SetMeasurementEventCallback<decimal>(static (_, value, tags, stream) => To(stream).Record((double)value, tags));
        return listener;
    }

    /// <remarks>The state is what <see cref="Offer"/> gave.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static MeterStream To(object? stream) => Unsafe.As<MeterStream>(stream!);

    private void Offer(Instrument instrument, MeterListener _)
    {
        // Our own instruments are in the exposition already.
        if (instrument.Meter.Scope is Publication)
        {
            return;
        }

        lock (_gate)
        {
            if (_listener is { } listener && FirstToWant(instrument) is { } subscription && _streams.Claim(instrument, subscription.Options) is { } stream)
            {
                listener.EnableMeasurementEvents(instrument, stream);
            }
        }
    }

    private void Release(Instrument instrument, object? stream)
    {
        lock (_gate)
        {
            _streams.Release(instrument);
        }
    }

    private MeterSubscription? FirstToWant(Instrument instrument) => _subscriptions.Find(subscription => subscription.Wants(instrument));

    private void Observe()
    {
        Interlocked.Increment(ref _cycle);
        try
        {
            _listener?.RecordObservableInstruments();
        }
        catch (AggregateException failures)
        {
            // The listener has gone on to the instruments after those that threw.
            _failures.Note(failures.InnerExceptions);
        }
    }
}
