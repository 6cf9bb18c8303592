namespace Instrumentation.Metrics;

/// <summary>What the values of a metric mean.</summary>
public enum MetricKind
{
    /// <summary>A number that only grows, from 0 at the start of the process.</summary>
    Counter,

    /// <summary>A number that goes up and down.</summary>
    Gauge,

    /// <summary>A distribution: counts by bucket, their number and their sum.</summary>
    Histogram,
}
