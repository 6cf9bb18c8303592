using Microsoft.Extensions.Logging;

namespace Instrumentation.Alerting;

internal static partial class AlertingLog
{
    [LoggerMessage(100, LogLevel.Error, "Alert sink '{Sink}' failed on '{Alert}' ({Suppressed} more messages about this sink were held back)")]
    internal static partial void SinkFailed(ILogger logger, string sink, string alert, long suppressed, Exception exception);

    [LoggerMessage(101, LogLevel.Error,
        "Alert sink '{Sink}' is too slow and misses transitions: see instrumentation_alert_sink_dropped_total ({Suppressed} more messages about this sink were held back)")]
    internal static partial void SinkDropped(ILogger logger, string sink, long suppressed);
}
