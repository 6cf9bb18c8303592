using Microsoft.Extensions.Logging;

namespace Instrumentation.Monitoring;

internal static partial class MonitorLog
{
    [LoggerMessage(20, LogLevel.Error, "Periodic collection failed and goes on ({Suppressed} more messages about it were held back)")]
    internal static partial void CollectionFailed(ILogger logger, long suppressed, Exception exception);
}
