using System.Globalization;
using Instrumentation.Alerting.Rules;
using Instrumentation.Hosting;
using Microsoft.Extensions.Configuration;

namespace Instrumentation.Alerting.Hosting;

/// <summary>Every key that the section knows: how it is read, and what is allowed.</summary>
internal static class AlertingSettings
{
    private static readonly AlertingSetting[] s_all =
    [
        Duration("SampleInterval", "100 ms to 1 hour", TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1), static o => o.SampleInterval, static (o, v) => o.SampleInterval = v),
        Duration("EvaluationInterval", "100 ms to 1 day", TimeSpan.FromMilliseconds(100), TimeSpan.FromDays(1), static o => o.EvaluationInterval, static (o, v) => o.EvaluationInterval = v),
        Text("StatePath", static (o, v) => o.StatePath = v),
        Text("ExternalUrl", static (o, v) => o.ExternalUrl = v),
        OrZero("RuleFilesInterval", "100 ms to 1 day", TimeSpan.FromMilliseconds(100), TimeSpan.FromDays(1), static o => o.RuleFilesInterval, static (o, v) => o.RuleFilesInterval = v),
        new("DeclaredRules", "'true' or 'false'", static (o, text) =>
        {
            var isRead = bool.TryParse(text, out var value);
            o.DeclaredRules = isRead ? value : o.DeclaredRules;
            return isRead;
        }, static _ => true, static o => o.DeclaredRules.ToString()),
        new("OnNoData", "'Resolve' or 'Keep'", static (o, text) =>
        {
            var isRead = Enum.TryParse<NoDataBehavior>(text, ignoreCase: true, out var value) && Enum.IsDefined(value);
            o.OnNoData = isRead ? value : o.OnNoData;
            return isRead;
        }, static o => Enum.IsDefined(o.OnNoData), static o => o.OnNoData.ToString()),
        Duration("Retention", "1 minute to 30 days", TimeSpan.FromMinutes(1), TimeSpan.FromDays(30), static o => o.Retention, static (o, v) => o.Retention = v),
        Number("MaxSeries", 100, 10_000_000, static o => o.MaxSeries, static (o, v) => o.MaxSeries = v),
        new("MaxBytes", "a size of at least 1 MB, such as '64MB'", static (o, text) =>
        {
            var isRead = SettingText.TrySize(text, out var value);
            o.MaxBytes = isRead ? value : o.MaxBytes;
            return isRead;
        }, static o => o.MaxBytes >= 1L << 20, static o => o.MaxBytes.ToString(CultureInfo.InvariantCulture)),
        Number("MaxExemplars", 0, 1_000_000, static o => o.MaxExemplars, static (o, v) => o.MaxExemplars = v),
        Duration("EvaluationTimeout", "10 ms to 10 minutes", TimeSpan.FromMilliseconds(10), TimeSpan.FromMinutes(10), static o => o.EvaluationTimeout, static (o, v) => o.EvaluationTimeout = v),
        OrZero("OutageTolerance", "1 second to 30 days", TimeSpan.FromSeconds(1), TimeSpan.FromDays(30), static o => o.OutageTolerance, static (o, v) => o.OutageTolerance = v),
        OrZero("ForGracePeriod", "1 second to 1 day", TimeSpan.FromSeconds(1), TimeSpan.FromDays(1), static o => o.ForGracePeriod, static (o, v) => o.ForGracePeriod = v),
        new("RestoreShortFor", "'true' or 'false'", static (o, text) =>
        {
            var isRead = bool.TryParse(text, out var value);
            o.RestoreShortFor = isRead ? value : o.RestoreShortFor;
            return isRead;
        }, static _ => true, static o => o.RestoreShortFor.ToString()),
        Duration("ResendDelay", "1 second to 1 hour", TimeSpan.FromSeconds(1), TimeSpan.FromHours(1), static o => o.ResendDelay, static (o, v) => o.ResendDelay = v),
        Number("SinkQueueCapacity", 1, 1_000_000, static o => o.SinkQueueCapacity, static (o, v) => o.SinkQueueCapacity = v),
        OrZero("ManualAlertExpiry", "1 second to 30 days", TimeSpan.FromSeconds(1), TimeSpan.FromDays(30), static o => o.ManualAlertExpiry, static (o, v) => o.ManualAlertExpiry = v),
    ];

    /// <summary>Copies what is configured; what cannot be read is noted for the validation.</summary>
    internal static void Bind(IConfiguration configuration, AlertingOptions options)
    {
        foreach (var setting in s_all)
        {
            var text = configuration[setting.Key];
            if (!string.IsNullOrWhiteSpace(text) && !setting.TrySet(options, text.Trim()))
            {
                options.UnreadableSettings.Add($"{setting.Key} is '{text}' but must be {setting.Allowed}.");
            }
        }

        foreach (var (key, list) in new[] { ("RuleFiles", options.RuleFiles), ("Selectors", options.Selectors) })
        {
            foreach (var child in configuration.GetSection($"{AlertingOptions.SectionName}:{key}").GetChildren())
            {
                if (!string.IsNullOrWhiteSpace(child.Value))
                {
                    list.Add(child.Value);
                }
            }
        }

        foreach (var child in configuration.GetSection($"{AlertingOptions.SectionName}:TargetLabels").GetChildren())
        {
            options.TargetLabels[child.Key] = child.Value ?? "";
        }
    }

    internal static IEnumerable<string> Problems(AlertingOptions options) => options.UnreadableSettings.Concat(
        s_all.Where(setting => !setting.IsAllowed(options)).Select(setting => $"{setting.Key} is '{setting.Read(options)}' but must be {setting.Allowed}."));

    internal static bool TryDuration(string text, out TimeSpan value) => SettingText.TryDuration(text, out value);

    private static AlertingSetting Duration(
        string key, string range, TimeSpan least, TimeSpan most, Func<AlertingOptions, TimeSpan> get, Action<AlertingOptions, TimeSpan> set, bool orZero = false) =>
        new(key, $"{(orZero ? "0 or " : "")}a duration from {range}, such as '15s' or '00:00:15'", (options, text) =>
        {
            var isRead = SettingText.TryDuration(text, out var value);
            if (isRead)
            {
                set(options, value);
            }

            return isRead;
        }, options => (orZero && get(options) == TimeSpan.Zero) || (get(options) >= least && get(options) <= most), options => get(options).ToString("c", CultureInfo.InvariantCulture));

    private static AlertingSetting OrZero(
        string key, string range, TimeSpan least, TimeSpan most, Func<AlertingOptions, TimeSpan> get, Action<AlertingOptions, TimeSpan> set) =>
        Duration(key, range, least, most, get, set, orZero: true);

    private static AlertingSetting Number(string key, int least, int most, Func<AlertingOptions, int> get, Action<AlertingOptions, int> set) =>
        new(key, string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"), (options, text) =>
        {
            var isRead = SettingText.TryNumber(text, out var value);
            if (isRead)
            {
                set(options, value);
            }

            return isRead;
        }, options => get(options) >= least && get(options) <= most, options => get(options).ToString(CultureInfo.InvariantCulture));

    private static AlertingSetting Text(string key, Action<AlertingOptions, string> set) => new(key, "a text", (options, text) =>
    {
        set(options, text);
        return true;
    }, static _ => true, static _ => "");
}
