using System.Runtime.CompilerServices;
using Instrumentation.Metrics;
using Instrument = System.Diagnostics.Metrics.Instrument;

namespace Instrumentation.Collectors.Meters;

/// <summary>
/// The streams of one registry, whoever collects into it: two hosts in one process have one registry, and every measurement must be counted once.
/// </summary>
internal sealed class MeterHub
{
    private static readonly ConditionalWeakTable<InstrumentRegistry, MeterHub> s_hubs = [];

    private readonly Lock _gate = new();
    private readonly InstrumentRegistry _registry;
    private readonly Dictionary<Instrument, MeterStream> _claims = [];
    private readonly Dictionary<string, MeterStream> _streams = new(StringComparer.Ordinal);

    /// <summary>The meter that a name was first seen in. A later one gets the scope's name as a label, so that their series differ.</summary>
    private readonly Dictionary<string, string> _meters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MetricDefinition> _definitions = new(StringComparer.Ordinal);
    private readonly List<MeterSubscription> _subscriptions = [];
    private long _cycle;

    private MeterHub(InstrumentRegistry registry) => _registry = registry;

    internal InstrumentRegistry Registry => _registry;

    internal static MeterHub Of(InstrumentRegistry registry) => s_hubs.GetValue(registry, static registry => new MeterHub(registry));

    /// <summary>Begins a new cycle of observable instruments, unless the present one was begun by the same snapshot.</summary>
    internal void BeginCycle(MeterSubscription subscription)
    {
        lock (_gate)
        {
            if (_subscriptions.Count > 0 && _subscriptions[0] == subscription)
            {
                _cycle++;
            }
        }
    }

    internal void Add(MeterSubscription subscription)
    {
        lock (_gate)
        {
            _subscriptions.Add(subscription);
        }
    }

    /// <summary>Takes a subscription out and offers what it had collected to the others.</summary>
    internal void Remove(MeterSubscription subscription)
    {
        MeterSubscription[] others;
        lock (_gate)
        {
            _subscriptions.Remove(subscription);
            others = [.. _subscriptions];
        }

        foreach (var other in others)
        {
            other.Rescan();
        }
    }

    /// <summary>The stream for an instrument that nobody has claimed; null when it is claimed or cannot be shown.</summary>
    internal MeterStream? Claim(Instrument instrument, MeterOptions options)
    {
        lock (_gate)
        {
            if (_claims.ContainsKey(instrument) || StreamFactory.KindOf(instrument) is not { } kind)
            {
                return null;
            }

            var definition = Define(instrument, kind, options);
            var tags = FixedTags(instrument, definition.Name, options);
            var identity = $"{definition.Name}\n{string.Join('\n', tags.Select(static tag => $"{tag.Key}\0{TagText.Value(tag.Value)}"))}";
            if (!_streams.TryGetValue(identity, out var stream))
            {
                stream = StreamFactory.Make(instrument, _registry, _registry.Share(definition), tags, options.MaxSeries, () => Volatile.Read(ref _cycle));
                _streams.Add(identity, stream);
            }

            if (stream.Users++ == 0)
            {
                stream.Show();
            }

            _claims.Add(instrument, stream);
            return stream;
        }
    }

    /// <summary>Gives an instrument up: it was disposed, or whoever collected it was.</summary>
    internal void Release(Instrument instrument)
    {
        lock (_gate)
        {
            if (_claims.Remove(instrument, out var stream) && --stream.Users == 0)
            {
                stream.Retire();
            }
        }
    }

    private MetricDefinition Define(Instrument instrument, MetricKind kind, MeterOptions options)
    {
        var (name, unit) = PrometheusName.Of(instrument.Name, instrument.Unit, kind, options.KeepReservedSuffixes);
        var help = string.IsNullOrWhiteSpace(instrument.Description)
            ? $"Instrument {instrument.Name} of the meter {instrument.Meter.Name}."
            : instrument.Description;

        // Of several texts for one name the first is as good as any; another kind is not, and is refused by the registry.
        var definition = new MetricDefinition(name, kind, help, unit) { IsOfMeter = true };
        if (_definitions.TryGetValue(name, out var known) && known.Kind == kind)
        {
            return known;
        }

        _definitions[name] = definition;
        return definition;
    }

    private KeyValuePair<string, object?>[] FixedTags(Instrument instrument, string name, MeterOptions options)
    {
        var meter = instrument.Meter;
        var first = _meters.TryAdd(name, meter.Name) ? meter.Name : _meters[name];
        var tags = new List<KeyValuePair<string, object?>>();
        if (options.ScopeLabels || first != meter.Name)
        {
            tags.Add(new("otel_scope_name", meter.Name));
        }

        if (options.ScopeLabels)
        {
            tags.Add(new("otel_scope_version", meter.Version));
        }

        tags.AddRange(meter.Tags ?? []);
        tags.AddRange(instrument.Tags ?? []);
        return [.. tags];
    }
}
