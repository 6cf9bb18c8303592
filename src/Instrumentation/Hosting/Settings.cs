using System.Globalization;
using Instrumentation.Collectors;

namespace Instrumentation.Hosting;

/// <summary>Every key that the section knows. Binding, validation and the table in docs/hosting.md all follow this list.</summary>
internal static class Settings
{
    /// <summary>The environment variable that opens the stand-alone port.</summary>
    internal const string PortVariable = "PROMETHEUS_PORT";

    internal static IReadOnlyList<Setting> All { get; } =
    [
        new ValueSetting<TimeSpan>("CollectionInterval", "0 (off) or a duration from 100 ms to 1 day, such as '15s' or '00:00:15'",
            SettingText.TryDuration, static o => o.CollectionInterval, static (o, v) => o.CollectionInterval = v,
            static v => v == TimeSpan.Zero || (v >= TimeSpan.FromMilliseconds(100) && v <= TimeSpan.FromDays(1)), Text),
        PathSetting("MetricsPath", static o => o.MetricsPath, static (o, v) => o.MetricsPath = v),
        PathSetting("HealthPath", static o => o.HealthPath, static (o, v) => o.HealthPath = v),
        Number("MaxProfiledOperations", 1, 10_000, static o => o.MaxProfiledOperations, static (o, v) => o.MaxProfiledOperations = v),
        Number("Hooks:QueueCapacity", 1, 65_536, static o => o.Hooks.QueueCapacity, static (o, v) => o.Hooks.QueueCapacity = v),
        Duration("Hooks:Timeout", "10 ms to 10 minutes", TimeSpan.FromMilliseconds(10), TimeSpan.FromMinutes(10),
            static o => o.Hooks.Timeout, static (o, v) => o.Hooks.Timeout = v),
        Switch("Hooks:Logging", static o => o.Hooks.Logging, static (o, v) => o.Hooks.Logging = v),
        Switch("Hooks:Thresholds", static o => o.Hooks.Thresholds, static (o, v) => o.Hooks.Thresholds = v),
        Switch("Hooks:Metrics", static o => o.Hooks.Metrics, static (o, v) => o.Hooks.Metrics = v),
        Switch("Events:History", static o => o.Events.History, static (o, v) => o.Events.History = v),
        Switch("Events:Hooks", static o => o.Events.Hooks, static (o, v) => o.Events.Hooks = v),
        Switch("Events:Logging", static o => o.Events.Logging, static (o, v) => o.Events.Logging = v),
        Number("Events:HistorySize", 1, 1_000_000, static o => o.Events.HistorySize, static (o, v) => o.Events.HistorySize = v, "EVENT_STREAM_HISTORY_SIZE"),
        Number("Events:MaxSubscribers", 1, 10_000, static o => o.Events.MaxSubscribers, static (o, v) => o.Events.MaxSubscribers = v, "EVENT_STREAM_MAX_SUBSCRIBERS"),
        Number("Events:QueueCapacity", 1, 65_536, static o => o.Events.QueueCapacity, static (o, v) => o.Events.QueueCapacity = v),
        Switch("Collectors:Process", static o => o.Collectors.Process, static (o, v) => o.Collectors.Process = v),
        Switch("Collectors:Publish", static o => o.Collectors.Publish, static (o, v) => o.Collectors.Publish = v),
        Switch("Collectors:Meters:Enabled", static o => o.Collectors.Meters.Enabled, static (o, v) => o.Collectors.Meters.Enabled = v),
        new ValueSetting<IList<string>>("Collectors:Meters:Names", "names of meters separated by commas, such as 'default, Contoso.*, !Npgsql'",
            TryNames, static o => o.Collectors.Meters.Names, static (o, v) => o.Collectors.Meters.Names = v,
            MeterOptions.AreNames, static v => string.Join(", ", v)),
        Number("Collectors:Meters:MaxSeries", 1, MeterOptions.GreatestMaxSeries,
            static o => o.Collectors.Meters.MaxSeries, static (o, v) => o.Collectors.Meters.MaxSeries = v),
        Switch("Collectors:Meters:ScopeLabels", static o => o.Collectors.Meters.ScopeLabels, static (o, v) => o.Collectors.Meters.ScopeLabels = v),
        Switch("Collectors:Meters:KeepReservedSuffixes",
            static o => o.Collectors.Meters.KeepReservedSuffixes, static (o, v) => o.Collectors.Meters.KeepReservedSuffixes = v),
        new ValueSetting<long>("Thresholds:MaxMemory", "a size of at least 1 MB, such as '512MB' or '536870912'",
            SettingText.TrySize, static o => o.Thresholds.MaxMemory, static (o, v) => o.Thresholds.MaxMemory = v,
            static v => v >= 1L << 20, static v => v.ToString(CultureInfo.InvariantCulture)),
        Number("Thresholds:MaxThreads", 1, 1_000_000, static o => o.Thresholds.MaxThreads, static (o, v) => o.Thresholds.MaxThreads = v),
        new ValueSetting<double>("Thresholds:MaxErrorRate", "a share from 0 to 1, such as '0.05' for 5 %",
            SettingText.TryFraction, static o => o.Thresholds.MaxErrorRate, static (o, v) => o.Thresholds.MaxErrorRate = v,
            static v => v is >= 0 and <= 1, static v => v.ToString(CultureInfo.InvariantCulture)),
        Number("Thresholds:MinRequests", 1, 1_000_000, static o => o.Thresholds.MinRequests, static (o, v) => o.Thresholds.MinRequests = v),
        new ValueSetting<int?>("MetricsServer:Port", "a TCP port from 0 (any free one) to 65535", TryPort,
            static o => o.MetricsServer.Port, static (o, v) => o.MetricsServer.Port = v,
            static v => v is null or (>= 0 and <= 65_535), static v => v?.ToString(CultureInfo.InvariantCulture) ?? "")
        {
            Alias = PortVariable,
        },
        new ValueSetting<string>("MetricsServer:Address", "'loopback', 'any' or an IP address", TryString,
            static o => o.MetricsServer.Address, static (o, v) => o.MetricsServer.Address = v, SettingText.IsAddress, static v => v),
        Number("MetricsServer:MaxConnections", 1, 10_000,
            static o => o.MetricsServer.MaxConnections, static (o, v) => o.MetricsServer.MaxConnections = v),
        Duration("MetricsServer:RequestTimeout", "100 ms to 10 minutes", TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(10),
            static o => o.MetricsServer.RequestTimeout, static (o, v) => o.MetricsServer.RequestTimeout = v),
        Duration("MetricsServer:KeepAliveTimeout", "1 second to 1 hour", TimeSpan.FromSeconds(1), TimeSpan.FromHours(1),
            static o => o.MetricsServer.KeepAliveTimeout, static (o, v) => o.MetricsServer.KeepAliveTimeout = v),
    ];

    private static ValueSetting<int> Number(string key, int min, int max, Func<InstrumentationOptions, int> get,
        Action<InstrumentationOptions, int> set, string? alias = null) =>
        new(key, string.Create(CultureInfo.InvariantCulture, $"a whole number from {min} to {max}"), SettingText.TryNumber, get, set,
            value => value >= min && value <= max, static value => value.ToString(CultureInfo.InvariantCulture))
        {
            Alias = alias,
        };

    private static ValueSetting<TimeSpan> Duration(string key, string range, TimeSpan min, TimeSpan max,
        Func<InstrumentationOptions, TimeSpan> get, Action<InstrumentationOptions, TimeSpan> set) =>
        new(key, $"a duration from {range}, such as '15s' or '00:00:15'", SettingText.TryDuration, get, set,
            value => value >= min && value <= max, Text);

    private static ValueSetting<bool> Switch(string key, Func<InstrumentationOptions, bool> get, Action<InstrumentationOptions, bool> set) =>
        new(key, "'true' or 'false'", bool.TryParse, get, set, static _ => true, static value => value ? "true" : "false");

    private static ValueSetting<string> PathSetting(string key, Func<InstrumentationOptions, string> get,
        Action<InstrumentationOptions, string> set) =>
        new(key, "an absolute path of letters, digits and / - _ . ~ that does not end in '/', such as '/metrics'", TryString, get, set,
            SettingText.IsPath, static value => value);

    private static bool TryPort(string text, out int? value)
    {
        var isNumber = SettingText.TryNumber(text, out var number);
        value = number;
        return isNumber;
    }

    private static bool TryNames(string text, out IList<string> names)
    {
        names = [.. text.Split(',', StringSplitOptions.TrimEntries)];
        return true;
    }

    private static bool TryString(string text, out string value)
    {
        value = text;
        return true;
    }

    private static string Text(TimeSpan value) => value.ToString("c", CultureInfo.InvariantCulture);
}
