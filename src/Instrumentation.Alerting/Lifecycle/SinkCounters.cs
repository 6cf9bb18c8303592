using Instrumentation.Metrics;

namespace Instrumentation.Alerting.Lifecycle;

/// <summary>What is counted about sinks.</summary>
internal sealed class SinkCounters(InstrumentRegistry registry)
{
    private const int MostSinks = 100;

    private readonly Counter<string?> _failures = registry.Counter(
        "instrumentation_alert_sink_failures_total", "Transitions that a sink threw on.", Label.ForStrings("sink", MostSinks));

    private readonly Counter<string?> _drops = registry.Counter(
        "instrumentation_alert_sink_dropped_total", "Transitions that a sink missed because its queue was full.", Label.ForStrings("sink", MostSinks));

    /// <summary>Shows the sink's series as 0: an alert on an increase would miss the first failure otherwise.</summary>
    internal void Show(string sink)
    {
        _failures.Show(_failures.SeriesOf(sink));
        _drops.Show(_drops.SeriesOf(sink));
    }

    internal void Failed(string sink) => _failures.Increment(sink);

    internal void Dropped(string sink) => _drops.Increment(sink);
}
