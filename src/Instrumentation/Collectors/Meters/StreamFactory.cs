using System.Diagnostics.Metrics;
using InstrumentRegistry = Instrumentation.Metrics.InstrumentRegistry;
using MetricDefinition = Instrumentation.Metrics.MetricDefinition;

namespace Instrumentation.Collectors.Meters;

/// <summary>Finds out what an instrument is, by the seven numeric types there are and without reflection.</summary>
internal static class StreamFactory
{
    /// <summary>What kind of metric the instrument is; null for one that is not known.</summary>
    /// <remarks>
    /// The runtime has two levels as observable counters, against its own documentation. A counter that shrinks would read as a restart at each scrape.
    /// </remarks>
    internal static MetricKind? KindOf(Instrument instrument) =>
        instrument is { Meter.Name: "System.Runtime", Name: "dotnet.thread_pool.thread.count" or "dotnet.thread_pool.queue.length" } ? MetricKind.UpDownCounter :
        Shape<long>(instrument) ?? Shape<int>(instrument) ?? Shape<double>(instrument) ?? Shape<float>(instrument)
        ?? Shape<short>(instrument) ?? Shape<byte>(instrument) ?? Shape<decimal>(instrument);

    internal static MeterStream Make(
        Instrument instrument, InstrumentRegistry registry, MetricDefinition definition, KeyValuePair<string, object?>[] tags, int limit, Func<long> cycle)
    {
        if (Bounds(instrument) is { } bounds)
        {
            return new HistogramStream(registry, definition, tags, limit, bounds);
        }

        var isReal = instrument is Instrument<double> or Instrument<float> or Instrument<decimal>
            or ObservableInstrument<double> or ObservableInstrument<float> or ObservableInstrument<decimal>;
        var isGauge = definition.Kind == MetricKind.Gauge;
        return instrument.IsObservable ? new ValueStream(registry, definition, tags, limit, isReal, cycle, sums: !isGauge)
            : isGauge ? new ValueStream(registry, definition, tags, limit, isReal, cycle: null, sums: false)
            : new SumStream(registry, definition, tags, limit, isReal, onlyGrows: definition.Kind == MetricKind.Counter);
    }

    private static MetricKind? Shape<T>(Instrument instrument)
        where T : struct => instrument switch
        {
            Counter<T> or ObservableCounter<T> => MetricKind.Counter,
            UpDownCounter<T> or ObservableUpDownCounter<T> => MetricKind.UpDownCounter,
            Gauge<T> or ObservableGauge<T> => MetricKind.Gauge,
            Histogram<T> => MetricKind.Histogram,
            _ => null,
        };

    private static double[]? Bounds(Instrument instrument) => instrument switch
    {
        Histogram<long> histogram => MeterBuckets.Of(histogram),
        Histogram<int> histogram => MeterBuckets.Of(histogram),
        Histogram<double> histogram => MeterBuckets.Of(histogram),
        Histogram<float> histogram => MeterBuckets.Of(histogram),
        Histogram<short> histogram => MeterBuckets.Of(histogram),
        Histogram<byte> histogram => MeterBuckets.Of(histogram),
        Histogram<decimal> histogram => MeterBuckets.Of(histogram),
        _ => null,
    };
}
