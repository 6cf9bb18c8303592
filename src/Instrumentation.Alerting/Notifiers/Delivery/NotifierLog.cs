using Microsoft.Extensions.Logging;

namespace Instrumentation.Alerting.Notifiers.Delivery;

// No exception is handed to the logger: what others put into its message or its inner exceptions may hold addresses and tokens.
internal static partial class NotifierLog
{
    [LoggerMessage(120, LogLevel.Warning,
        "Notifier '{Notifier}' could not deliver '{Group}' and tries again: {Reason} ({Suppressed} more messages about this notifier were held back)")]
    internal static partial void TriesAgain(ILogger logger, string notifier, string group, string reason, long suppressed);

    [LoggerMessage(121, LogLevel.Error,
        "Notifier '{Notifier}' gives up on '{Group}' after {Attempts} attempts: {Reason} ({Suppressed} more messages about this notifier were held back)")]
    internal static partial void GivesUp(ILogger logger, string notifier, string group, int attempts, string reason, long suppressed);
}
