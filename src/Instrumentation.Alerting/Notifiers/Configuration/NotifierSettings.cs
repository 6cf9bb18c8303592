using Instrumentation.Alerting.Notifiers.Logging;
using Instrumentation.Alerting.Notifiers.Slack;
using Instrumentation.Alerting.Notifiers.Webhook;
using Instrumentation.Hosting;

namespace Instrumentation.Alerting.Notifiers.Configuration;

/// <summary>Every key that the notifiers' sections know. Binding and the tables in docs/notifiers.md follow these lists.</summary>
internal static class NotifierSettings
{
    private const string Severities = "'info', 'warning', 'error' or 'critical'";

    internal static IReadOnlyList<NotifierSetting<SlackOptions>> Slack { get; } =
    [
        Text<SlackOptions>("WebhookUrl", static (o, v) => o.WebhookUrl = v, "SLACK_WEBHOOK_URL", "SLACK_WEBHOOK"),
        Text<SlackOptions>("WebhookUrlFile", static (o, v) => o.WebhookUrlFile = v, "SLACK_WEBHOOK_URL_FILE"),
        Text<SlackOptions>("Channel", static (o, v) => o.Channel = v, "SLACK_CHANNEL"),
        Text<SlackOptions>("Username", static (o, v) => o.Username = v),
        Text<SlackOptions>("IconEmoji", static (o, v) => o.IconEmoji = v),
        Text<SlackOptions>("Mention", static (o, v) => o.Mention = v),
        Severity<SlackOptions>("MentionFrom", static (o, v) => o.MentionFrom = v),
        Number<SlackOptions>("MaxAlerts", static (o, v) => o.MaxAlerts = v),
        .. Common<SlackOptions>(),
    ];

    internal static IReadOnlyList<NotifierSetting<WebhookOptions>> Webhook { get; } =
    [
        Text<WebhookOptions>("Url", static (o, v) => o.Url = v, "ALERT_WEBHOOK_URL"),
        Text<WebhookOptions>("UrlFile", static (o, v) => o.UrlFile = v, "ALERT_WEBHOOK_URL_FILE"),
        Text<WebhookOptions>("Authorization", static (o, v) => o.Authorization = v),
        Number<WebhookOptions>("MaxAlerts", static (o, v) => o.MaxAlerts = v),
        .. Common<WebhookOptions>(),
    ];

    internal static IReadOnlyList<NotifierSetting<LogNotifierOptions>> Log { get; } =
    [
        Switch<LogNotifierOptions>("Enabled", static (o, v) => o.Enabled = v),
        .. Common<LogNotifierOptions>(),
    ];

    private static IEnumerable<NotifierSetting<T>> Common<T>()
        where T : NotifierOptions =>
    [
        Severity<T>("MinimumSeverity", static (o, v) => o.MinimumSeverity = v),
        Switch<T>("SendResolved", static (o, v) => o.SendResolved = v),
        Duration<T>("RepeatInterval", static (o, v) => o.RepeatInterval = v),
        Duration<T>("Timeout", static (o, v) => o.Timeout = v),
        Duration<T>("RetryFor", static (o, v) => o.RetryFor = v),
    ];

    private static NotifierSetting<T> Text<T>(string key, Action<T, string> set, params string[] aliases)
        where T : NotifierOptions => new(key, "a text", (options, text) => Set(options, text, set), aliases);

    private static NotifierSetting<T> Number<T>(string key, Action<T, int> set)
        where T : NotifierOptions =>
        new(key, "a whole number", (options, text) => SettingText.TryNumber(text, out var value) && Set(options, value, set));

    private static NotifierSetting<T> Duration<T>(string key, Action<T, TimeSpan> set)
        where T : NotifierOptions =>
        new(key, "0 or a duration such as '15s' or '00:00:15'", (options, text) => SettingText.TryDuration(text, out var value) && Set(options, value, set));

    private static NotifierSetting<T> Switch<T>(string key, Action<T, bool> set)
        where T : NotifierOptions => new(key, "'true' or 'false'", (options, text) => bool.TryParse(text, out var value) && Set(options, value, set));

    private static NotifierSetting<T> Severity<T>(string key, Action<T, AlertSeverity> set)
        where T : NotifierOptions => new(key, Severities, (options, text) => text.ToUpperInvariant() switch
        {
            "INFO" => Set(options, AlertSeverity.Info, set),
            "WARNING" => Set(options, AlertSeverity.Warning, set),
            "ERROR" => Set(options, AlertSeverity.Error, set),
            "CRITICAL" => Set(options, AlertSeverity.Critical, set),
            _ => false,
        });

    private static bool Set<T, TValue>(T options, TValue value, Action<T, TValue> set)
    {
        set(options, value);
        return true;
    }
}
