using Instrumentation.Alerting.Rules;

namespace Instrumentation.Alerting;

/// <summary>
/// The settings of <c>AddAlerting</c>: read from the configuration section <c>Instrumentation:Alerting</c>, then handed to the callback, then validated when the host starts.
/// </summary>
public sealed class AlertingOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string SectionName = "Instrumentation:Alerting";

    /// <summary>The time between two samplings of the metrics, from 100 ms to 1 hour. Default: 5 seconds.</summary>
    public TimeSpan SampleInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The time between evaluations of groups that do not say, from 100 ms to 1 day. Default: 5 seconds.</summary>
    public TimeSpan EvaluationInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The file that state is kept in over restarts; null for none, which is the default. Its folder is made if need be.</summary>
    public string? StatePath { get; set; }

    /// <summary>Paths of Prometheus rule files; the last part may have <c>*</c> and <c>?</c>, and a folder stands for its <c>*.yml</c> and <c>*.yaml</c>.</summary>
    public IList<string> RuleFiles { get; } = [];

    /// <summary>How often rule files are looked at for changes, from 100 ms to 1 day; zero for never. Default: 15 seconds.</summary>
    public TimeSpan RuleFilesInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Whether the rules that assemblies declare by attributes are evaluated. Default: true.</summary>
    public bool DeclaredRules { get; set; } = true;

    /// <summary>Labels put on every sampled series, as a scrape would: <c>job</c>, <c>instance</c>. A series' own label wins. Templates know them as <c>$externalLabels</c>.</summary>
    public IDictionary<string, string> TargetLabels { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What is sampled besides what rules need, as selectors: <c>{__name__=~"game_.+"}</c>. Queries of pages have their series sampled by themselves.</summary>
    public IList<string> Selectors { get; } = [];

    /// <summary>What templates know as <c>externalURL</c>: where this process can be reached from outside. Default: empty.</summary>
    public string ExternalUrl { get; set; } = "";

    /// <summary>What becomes of firing alerts when the series that their rule reads are gone. Default: they resolve, as in Prometheus.</summary>
    public NoDataBehavior OnNoData { get; set; } = NoDataBehavior.Resolve;

    /// <summary>The least time that samples are kept; rules that look further back make it longer. From 1 minute to 30 days. Default: 15 minutes.</summary>
    public TimeSpan Retention { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>The most series of the history, from 100 to 10 million. What exceeds is counted and not sampled. Default: 10,000.</summary>
    public int MaxSeries { get; set; } = 10_000;

    /// <summary>The most memory for samples, in bytes, from 1 MiB up; beyond it the oldest go before their time. Default: 64 MiB.</summary>
    public long MaxBytes { get; set; } = 64L << 20;

    /// <summary>The most exemplars that are kept of all sampled series together, from 0 (none) to 1 million; the oldest go first. Default: 10,000, some 3 MB.</summary>
    public int MaxExemplars { get; set; } = 10_000;

    /// <summary>How long one rule's evaluation may take, from 10 ms to 10 minutes. Default: 10 seconds.</summary>
    public TimeSpan EvaluationTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the process may have been down for state to be taken up again; from zero up. Default: 1 hour.</summary>
    public TimeSpan OutageTolerance { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The least time that is left of a rule's <c>for</c> after a restart, where that is not shorter itself; from zero up. Default: 10 minutes.</summary>
    public TimeSpan ForGracePeriod { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Whether alerts whose <c>for</c> is shorter than <see cref="ForGracePeriod"/> go on where they were after a restart. Default: true; with false they start anew, as in Prometheus.
    /// </summary>
    public bool RestoreShortFor { get; set; } = true;

    /// <summary>
    /// How often one that forgets, such as an Alertmanager, has to be told of a firing alert, from 1 second to 1 hour: <see cref="Lifecycle.Alert.ValidUntil"/> is four times as far from
    /// the last evaluation, or four times the group's interval if that is longer. Default: 1 minute.
    /// </summary>
    public TimeSpan ResendDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The most transitions that wait for one sink, from 1 to 1 million. Default: 1,000.</summary>
    public int SinkQueueCapacity { get; set; } = 1_000;

    /// <summary>After how long an alert raised by hand resolves by itself; zero for never, which is the default.</summary>
    public TimeSpan ManualAlertExpiry { get; set; }

    /// <summary>What the configuration holds and could not be read; reported together with what is out of range.</summary>
    internal List<string> UnreadableSettings { get; } = [];
}
