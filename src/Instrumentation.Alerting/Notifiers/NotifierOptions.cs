namespace Instrumentation.Alerting.Notifiers;

/// <summary>What holds for every notifier: which alerts it is told of, and how hard it is tried.</summary>
public class NotifierOptions
{
    /// <summary>Alerts less bad than this are not sent. Default: all are.</summary>
    public AlertSeverity MinimumSeverity { get; set; } = AlertSeverity.Info;

    /// <summary>Whether it is told when alerts resolve. Default: true.</summary>
    public bool SendResolved { get; set; } = true;

    /// <summary>After how long it is told again of alerts that fire still, from 1 minute to 30 days; zero for never. Default: 4 hours.</summary>
    public TimeSpan RepeatInterval { get; set; } = TimeSpan.FromHours(4);

    /// <summary>How long one attempt may take, from 100 ms to 10 minutes. Default: 10 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a notification is tried again, from zero (one attempt) to 1 day. What cannot be delivered in that time is given up, counted and logged. Default: 1 hour.
    /// </summary>
    public TimeSpan RetryFor { get; set; } = TimeSpan.FromHours(1);

    /// <summary>What the configuration holds and could not be read; reported together with what is out of range.</summary>
    internal List<string> UnreadableSettings { get; } = [];

    /// <summary>What is wrong with the values, each with the key of the setting.</summary>
    /// <param name="section">The beginning of each key.</param>
    internal virtual IEnumerable<string> Problems(string section)
    {
        if (!Enum.IsDefined(MinimumSeverity))
        {
            yield return $"{section}:{nameof(MinimumSeverity)} must be info, warning, error or critical.";
        }

        if (RepeatInterval != TimeSpan.Zero && (RepeatInterval < TimeSpan.FromMinutes(1) || RepeatInterval > TimeSpan.FromDays(30)))
        {
            yield return $"{section}:{nameof(RepeatInterval)} is '{RepeatInterval:c}' but must be 0 (never) or from 1 minute to 30 days.";
        }

        if (Timeout < TimeSpan.FromMilliseconds(100) || Timeout > TimeSpan.FromMinutes(10))
        {
            yield return $"{section}:{nameof(Timeout)} is '{Timeout:c}' but must be from 100 ms to 10 minutes.";
        }

        if (RetryFor < TimeSpan.Zero || RetryFor > TimeSpan.FromDays(1))
        {
            yield return $"{section}:{nameof(RetryFor)} is '{RetryFor:c}' but must be from 0 to 1 day.";
        }
    }
}
