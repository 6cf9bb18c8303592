namespace Instrumentation;

/// <summary>What the values of a metric mean.</summary>
public enum MetricKind
{
    /// <summary>A number that only grows, from 0 at the start of the process.</summary>
    Counter,

    /// <summary>A number that is set, and goes up and down.</summary>
    Gauge,

    /// <summary>A distribution: counts by bucket, their number and their sum.</summary>
    Histogram,

    /// <summary>A number that is added to and subtracted from, such as what is in use. Exposed as a gauge.</summary>
    UpDownCounter,
}
