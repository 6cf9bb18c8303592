namespace Instrumentation.Exposition;

/// <summary>A text format that metrics are served in.</summary>
public enum ExpositionFormat
{
    /// <summary>Prometheus text format 0.0.4. Has no units and no exemplars.</summary>
    PrometheusText,

    /// <summary>OpenMetrics 1.0.0.</summary>
    OpenMetrics,
}
