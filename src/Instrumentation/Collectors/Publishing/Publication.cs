using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Instrumentation.Metrics.Families;
using Instrumentation.Operations;
using HistogramFamily = Instrumentation.Metrics.HistogramFamily;
using InstrumentRegistry = Instrumentation.Metrics.InstrumentRegistry;

namespace Instrumentation.Collectors.Publishing;

/// <summary>A registry's meter, for as long as anybody wants it.</summary>
internal sealed class Publication : IDisposable
{
    private static readonly ConditionalWeakTable<InstrumentRegistry, Publication> s_publications = [];

    private readonly Lock _gate = new();
    private readonly InstrumentRegistry _registry;
    private readonly PublishedValues _values;
    private readonly HashSet<MetricFamily> _families = [];
    private readonly HashSet<Operation> _operations = [];
    private readonly Dictionary<string, Histogram<double>> _histograms = new(StringComparer.Ordinal);
    private Meter? _meter;
    private int _users;

    private Publication(InstrumentRegistry registry)
    {
        _registry = registry;
        _values = new PublishedValues(registry);
    }

    internal static Publication Of(InstrumentRegistry registry) =>
        s_publications.GetValue(registry, static registry => new Publication(registry));

    internal void Use()
    {
        lock (_gate)
        {
            if (_users++ > 0)
            {
                return;
            }

            // The scope tells collectors of meters that this one is ours.
            _meter = new Meter(new System.Diagnostics.Metrics.MeterOptions(MeterPublisher.MeterName)
            {
                Version = typeof(Publication).Assembly.GetName().Version?.ToString(3),
                Scope = this,
            });
            _registry.Grown += Publish;
        }

        Publish();
    }

    /// <summary>Ends one use. With the last one the meter goes.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (--_users > 0)
            {
                return;
            }

            _registry.Grown -= Publish;
            foreach (var family in _families)
            {
                (family.Instrument as HistogramFamily)?.Publish(null);
            }

            foreach (var operation in _operations)
            {
                operation.Published = null;
            }

            _families.Clear();
            _operations.Clear();
            _histograms.Clear();
            _meter?.Dispose();
            _meter = null;
        }
    }

    /// <summary>Makes instruments for what there is now and was not before.</summary>
    private void Publish()
    {
        lock (_gate)
        {
            if (_meter is not { } meter)
            {
                return;
            }

            foreach (var family in _registry.Families)
            {
                if (!family.Definition.IsOfMeter && _families.Add(family))
                {
                    Publish(meter, family);
                }
            }

            foreach (var operation in OperationCatalog.Of(_registry).Operations)
            {
                if (_operations.Add(operation) && operation.DurationFamily is { Definition.Kind: MetricKind.Histogram } family)
                {
                    operation.Published = Histogram(meter, family.Definition, operation.Bounds);
                }
            }
        }
    }

    private void Publish(Meter meter, MetricFamily family)
    {
        var (name, help) = (family.Name, family.Definition.Help);
        var unit = UnitCodes.Of(family.Definition.Unit);
        switch (family.Definition.Kind)
        {
            case MetricKind.Counter:
                _values.Add(family, meter.CreateObservableCounter(name, () => _values.Read(family), unit, help));
                break;
            case MetricKind.UpDownCounter:
                _values.Add(family, meter.CreateObservableUpDownCounter(name, () => _values.Read(family), unit, help));
                break;
            case MetricKind.Gauge:
                _values.Add(family, meter.CreateObservableGauge(name, () => _values.Read(family), unit, help));
                break;
            default:
                if (family.Instrument is HistogramFamily histogram)
                {
                    histogram.Publish(Histogram(meter, family.Definition, [.. histogram.Bounds]));
                }

                break;
        }
    }

    /// <remarks>Operations share a family and may differ in buckets, which an instrument has for all its series.</remarks>
    private Histogram<double> Histogram(Meter meter, Instrumentation.Metrics.MetricDefinition definition, double[] bounds)
    {
        var key = $"{definition.Name}\n{string.Join(' ', bounds)}";
        if (!_histograms.TryGetValue(key, out var histogram))
        {
            histogram = meter.CreateHistogram(
                definition.Name, UnitCodes.Of(definition.Unit), definition.Help, tags: null,
                new InstrumentAdvice<double> { HistogramBucketBoundaries = bounds });
            _histograms.Add(key, histogram);
        }

        return histogram;
    }
}
