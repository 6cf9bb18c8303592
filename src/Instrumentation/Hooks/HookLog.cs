using Microsoft.Extensions.Logging;

namespace Instrumentation.Hooks;

internal static partial class HookLog
{
    [LoggerMessage(1, LogLevel.Error, "Hook '{Hook}' failed on event '{Event}' ({Suppressed} more messages about this hook were held back)")]
    internal static partial void Failed(ILogger logger, string hook, string @event, long suppressed, Exception exception);

    [LoggerMessage(2, LogLevel.Error,
        "Hook '{Hook}' did not return within {Timeout}; it misses events until it does ({Suppressed} more messages about this hook were held back)")]
    internal static partial void TimedOut(ILogger logger, string hook, TimeSpan timeout, long suppressed);

    [LoggerMessage(3, LogLevel.Warning,
        "Hook '{Hook}' is too slow and misses events: see instrumentation_hook_dropped_events_total ({Suppressed} more messages about this hook were held back)")]
    internal static partial void Dropped(ILogger logger, string hook, long suppressed);

    [LoggerMessage(4, LogLevel.Information,
        "Event {Event}: up {Uptime}, {MemoryBytes} bytes, {Threads} threads, {Requests} requests, {Errors} errors")]
    internal static partial void Event(ILogger logger, string @event, TimeSpan uptime, long memoryBytes, int threads, long requests, long errors);

    [LoggerMessage(5, LogLevel.Warning, "Threshold violated: {Threshold} is {Value}, above its limit {Limit}")]
    internal static partial void Violated(ILogger logger, string threshold, double value, double limit);

    [LoggerMessage(6, LogLevel.Information, "Threshold recovered: {Threshold} is {Value}, within its limit {Limit} again")]
    internal static partial void Recovered(ILogger logger, string threshold, double value, double limit);
}
