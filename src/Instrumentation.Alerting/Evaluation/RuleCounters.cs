using Instrumentation.Metrics;

namespace Instrumentation.Alerting.Evaluation;

/// <summary>What is counted about rules.</summary>
internal sealed class RuleCounters
{
    private const int MostGroups = 200;
    private static readonly double[] s_buckets = [0.0001, 0.001, 0.01, 0.1, 1, 10];

    private readonly Counter<string?> _evaluations;
    private readonly Counter<string?> _failures;
    private readonly Counter<string?> _missed;
    private readonly Histogram<string?> _durations;
    private readonly Gauge<string?> _alerts;
    private readonly Gauge _series;
    private readonly Gauge _bytes;
    private readonly Gauge _refused;
    private readonly Counter _loopFailures;
    private readonly Counter _clockSteps;

    internal RuleCounters(InstrumentRegistry registry)
    {
        _evaluations = registry.Counter("instrumentation_rule_evaluations_total", "Evaluations of rules.", Label.ForStrings("group", MostGroups));
        _failures = registry.Counter("instrumentation_rule_evaluation_failures_total", "Evaluations of rules that failed.", Label.ForStrings("group", MostGroups));
        _missed = registry.Counter(
            "instrumentation_rule_evaluations_missed_total", "Evaluations of groups that were skipped, because the one before had not ended or the process was held up.", Label.ForStrings("group", MostGroups));
        _durations = registry.Histogram(
            "instrumentation_rule_group_duration_seconds", "How long the evaluation of a group's rules took.", s_buckets, Label.ForStrings("group", MostGroups), "seconds");
        _alerts = registry.Gauge("instrumentation_alerts", "Alerts by state.", Label.ForStrings("state", 10));
        _series = registry.Gauge("instrumentation_history_series", "Series of which samples are held.");
        _bytes = registry.Gauge("instrumentation_history_bytes", "Memory that samples take.", "bytes");
        _refused = registry.Gauge("instrumentation_history_refused_series", "Series that are not sampled because there are too many.");
        _loopFailures = registry.Counter("instrumentation_alerting_loop_failures_total", "Ticks of the rule engine that threw.");
        _clockSteps = registry.Counter("instrumentation_clock_steps_total", "Times that the system's clock was set while the rule engine ran.");
    }

    internal void Show(string group)
    {
        _evaluations.Add(0, group);
        _failures.Add(0, group);
        _missed.Add(0, group);
    }

    internal void Evaluated(string group) => _evaluations.Increment(group);

    internal void Failed(string group) => _failures.Increment(group);

    internal void Missed(string group, long count) => _missed.Add(count, group);

    internal void Took(string group, TimeSpan duration) => _durations.Observe(duration.TotalSeconds, group);

    internal void LoopFailed() => _loopFailures.Increment();

    internal void ClockStepped() => _clockSteps.Increment();

    internal void Alerts(int pending, int firing)
    {
        _alerts.Set(pending, "pending");
        _alerts.Set(firing, "firing");
    }

    internal void History(int series, long bytes, int refused)
    {
        _series.Set(series);
        _bytes.Set(bytes);
        _refused.Set(refused);
    }
}
