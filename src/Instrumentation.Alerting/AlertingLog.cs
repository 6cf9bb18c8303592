using Microsoft.Extensions.Logging;

namespace Instrumentation.Alerting;

internal static partial class AlertingLog
{
    [LoggerMessage(100, LogLevel.Error, "Alert sink '{Sink}' failed on '{Alert}' ({Suppressed} more messages about this sink were held back)")]
    internal static partial void SinkFailed(ILogger logger, string sink, string alert, long suppressed, Exception exception);

    [LoggerMessage(101, LogLevel.Error,
        "Alert sink '{Sink}' is too slow and misses transitions: see instrumentation_alert_sink_dropped_total ({Suppressed} more messages about this sink were held back)")]
    internal static partial void SinkDropped(ILogger logger, string sink, long suppressed);

    [LoggerMessage(102, LogLevel.Warning, "Rule '{Rule}' of group '{Group}' failed: {Reason} ({Suppressed} more such messages were held back)")]
    internal static partial void RuleFailed(ILogger logger, string rule, string group, string reason, long suppressed, Exception? exception);

    [LoggerMessage(103, LogLevel.Error, "A tick of the rule engine failed ({Suppressed} more such messages were held back)")]
    internal static partial void TickFailed(ILogger logger, long suppressed, Exception exception);

    [LoggerMessage(104, LogLevel.Warning,
        "{Count} series are not sampled, since the history is full: raise Instrumentation:Alerting:MaxSeries or narrow the rules' selectors ({Suppressed} more such messages were held back)")]
    internal static partial void HistoryFull(ILogger logger, int count, long suppressed);

    [LoggerMessage(105, LogLevel.Warning, "The system's clock was set by {Step}; samples and alerts were moved along, so that nothing fires or ends by it")]
    internal static partial void ClockStepped(ILogger logger, TimeSpan step);

    [LoggerMessage(106, LogLevel.Error, "The alerts' state could not be stored: {Reason} ({Suppressed} more such messages were held back)")]
    internal static partial void StateNotSaved(ILogger logger, string reason, long suppressed, Exception exception);

    [LoggerMessage(107, LogLevel.Error, "The alerts' stored state could not be read and they start anew: {Reason}")]
    internal static partial void StateNotRead(ILogger logger, string reason);

    [LoggerMessage(108, LogLevel.Information, "Took up {Alerts} alerts, stored {Age} ago, and {Transitions} transitions that were not delivered")]
    internal static partial void StateRestored(ILogger logger, int alerts, TimeSpan age, int transitions);

    [LoggerMessage(109, LogLevel.Error, "Rules of {Source} could not be loaded, those loaded before stay: {Reason}")]
    internal static partial void RulesNotLoaded(ILogger logger, string source, string reason);

    [LoggerMessage(110, LogLevel.Information, "Loaded {Rules} rules in {Groups} groups from {Source}")]
    internal static partial void RulesLoaded(ILogger logger, int rules, int groups, string source);

    [LoggerMessage(111, LogLevel.Error, "Looking for changed rules failed, those loaded before stay ({Suppressed} more such messages were held back)")]
    internal static partial void LoadFailed(ILogger logger, long suppressed, Exception exception);

    [LoggerMessage(112, LogLevel.Error,
        "The check '{Check}' is violated, but there are {Most} alerts raised by code already: keep what varies out of services and regions ({Suppressed} more such messages were held back)")]
    internal static partial void CheckNotRaised(ILogger logger, string check, int most, long suppressed);

    [LoggerMessage(113, LogLevel.Warning, "{Variable} changes no threshold, since there is no alert rule of that name; did you mean {Meant}?")]
    internal static partial void ThresholdOfNoRule(ILogger logger, string variable, string meant);
}
