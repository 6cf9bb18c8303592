namespace Instrumentation.Generator.Model.Metrics;

/// <summary>What the values of a metric mean: the attributes' enum, number for number.</summary>
internal enum MetricKind
{
    Counter,
    Gauge,
    Histogram,
    UpDownCounter,
}
