using Microsoft.Extensions.Logging;

namespace Instrumentation.Hosting;

internal static partial class HostingLog
{
    [LoggerMessage(60, LogLevel.Warning,
        "Assembly '{Assembly}' has monitored methods but was not woven: none of their calls are measured. Build it with the Instrumentation package's targets (InstrumentationWeave must not be false)")]
    internal static partial void NotWoven(ILogger logger, string assembly);

    [LoggerMessage(61, LogLevel.Warning, "Hooks had not handled every event when the time for shutting down was up")]
    internal static partial void HooksNotDone(ILogger logger);

    [LoggerMessage(62, LogLevel.Warning, "Metrics: {Notice}")]
    internal static partial void Notice(ILogger logger, string notice);

    [LoggerMessage(63, LogLevel.Warning,
        "{Count} rules are declared, but nothing evaluates them: add the package Instrumentation.Alerting and call services.AddAlerting(), or export them to a Prometheus server")]
    internal static partial void RulesNotEvaluated(ILogger logger, int count);
}
