namespace Instrumentation.Alerting.Notifiers.Logging;

/// <summary>The notifier that writes to the log: section <c>Instrumentation:Alerting:Log</c>. It is on unless it is turned off.</summary>
public sealed class LogNotifierOptions : NotifierOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string SectionName = AlertingOptions.SectionName + ":Log";

    /// <summary>Whether alerts are written to the log. Default: true.</summary>
    public bool Enabled { get; set; } = true;
}
