using Instrumentation.Metrics;
using Instrument = System.Diagnostics.Metrics.Instrument;

namespace Instrumentation.Collectors.Meters;

/// <summary>Which instrument of a meter feeds which stream.</summary>
/// <remarks>Used under the lock of <see cref="MeterHub"/>.</remarks>
internal sealed class MeterStreams(InstrumentRegistry registry, Func<long> cycle)
{
    private readonly Dictionary<Instrument, MeterStream> _claims = [];
    private readonly Dictionary<string, MeterStream> _streams = new(StringComparer.Ordinal);

    /// <summary>The meter that a name was first seen in. A later one gets the scope's name as a label, so that their series differ.</summary>
    private readonly Dictionary<string, string> _meters = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Name, MetricKind Kind), MetricDefinition> _definitions = [];

    internal IEnumerable<Instrument> Instruments => _claims.Keys;

    /// <summary>The stream for an instrument that has none; null when it has one or cannot be shown.</summary>
    internal MeterStream? Claim(Instrument instrument, MeterOptions options)
    {
        if (_claims.ContainsKey(instrument) || StreamFactory.KindOf(instrument) is not { } kind)
        {
            return null;
        }

        var definition = Define(instrument, kind, options);
        var tags = FixedTags(instrument, definition.Name, options);
        var identity = $"{definition.Name} {definition.Kind}\n{string.Join('\n', tags.Select(static tag => $"{tag.Key}\0{TagText.Value(tag.Value)}"))}";
        if (!_streams.TryGetValue(identity, out var stream))
        {
            stream = StreamFactory.Make(instrument, registry, definition, tags, options.MaxSeries, cycle);
            _streams.Add(identity, stream);
        }

        if (stream.Users++ == 0)
        {
            stream.Show();
        }

        _claims.Add(instrument, stream);
        return stream;
    }

    /// <summary>Gives an instrument up: it was disposed, or nobody wants it any more.</summary>
    internal void Release(Instrument instrument)
    {
        if (_claims.Remove(instrument, out var stream) && --stream.Users == 0)
        {
            stream.Retire();
        }
    }

    private MetricDefinition Define(Instrument instrument, MetricKind kind, MeterOptions options)
    {
        var (name, unit) = PrometheusName.Of(instrument.Name, instrument.Unit, kind, options.KeepReservedSuffixes);
        var help = string.IsNullOrWhiteSpace(instrument.Description)
            ? $"Instrument {instrument.Name} of the meter {instrument.Meter.Name}."
            : instrument.Description;

        // Of several texts for one name the first is as good as any; another kind is not, and is refused by the registry as long as the first is there.
        if (!_definitions.TryGetValue((name, kind), out var definition))
        {
            definition = new MetricDefinition(name, kind, help, unit) { IsOfMeter = true };
            _definitions.Add((name, kind), definition);
        }

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
