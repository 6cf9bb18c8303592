namespace Instrumentation.Alerting.Hosting;

/// <summary>One key of the section.</summary>
internal sealed class AlertingSetting(
    string key, string allowed, Func<AlertingOptions, string, bool> trySet, Func<AlertingOptions, bool> isAllowed, Func<AlertingOptions, string> read)
{
    internal string Key { get; } = $"{AlertingOptions.SectionName}:{key}";

    /// <summary>The end of every message about it: "must be …".</summary>
    internal string Allowed { get; } = allowed;

    internal bool TrySet(AlertingOptions options, string text) => trySet(options, text);

    internal bool IsAllowed(AlertingOptions options) => isAllowed(options);

    internal string Read(AlertingOptions options) => read(options);
}
