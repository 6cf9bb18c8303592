using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Instrumentation.Benchmarks.Peers;

/// <summary>A meter that the OpenTelemetry SDK aggregates, with an exporter that takes what it is given and does nothing.</summary>
internal sealed class OpenTelemetryMeter : IDisposable
{
    private readonly MeterProvider _provider;

    internal OpenTelemetryMeter(int seriesLimit = 2000)
    {
        Meter = new Meter("Benchmarks.OpenTelemetry." + Guid.NewGuid());
        _provider = Sdk.CreateMeterProviderBuilder()
            .AddMeter(Meter.Name)
            .AddView(_ => new MetricStreamConfiguration { CardinalityLimit = seriesLimit })
            .AddReader(new BaseExportingMetricReader(new NoExport()))
            .Build();
    }

    internal Meter Meter { get; }

    internal void Collect() => _provider.ForceFlush();

    public void Dispose()
    {
        _provider.Dispose();
        Meter.Dispose();
    }

    private sealed class NoExport : BaseExporter<Metric>
    {
        public override ExportResult Export(in Batch<Metric> batch) => ExportResult.Success;
    }
}
