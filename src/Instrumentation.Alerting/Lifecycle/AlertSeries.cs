using Instrumentation.Alerting.Evaluation;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.Alerting.Lifecycle;

/// <summary>What is written about an alert: <c>ALERTS</c> while it is pending or firing, and <c>ALERTS_FOR_STATE</c>, the time since when (rules/alerting.go).</summary>
internal sealed class AlertSeries(SampleStore store, Labels labels)
{
    private readonly SeriesHandle _pending = new(store, labels.With(Labels.MetricName, "ALERTS").With("alertstate", "pending"));
    private readonly SeriesHandle _firing = new(store, labels.With(Labels.MetricName, "ALERTS").With("alertstate", "firing"));
    private readonly SeriesHandle _since = new(store, labels.With(Labels.MetricName, "ALERTS_FOR_STATE"));

    internal void Write(long time, ActiveAlert alert)
    {
        var (now, other) = alert.State == AlertState.Firing ? (_firing, _pending) : (_pending, _firing);
        now.Append(time, 1);
        other.MarkStale(time);

        // Whole seconds, as time.Unix() gives them.
        _since.Append(time, Math.Floor(alert.ActiveAt / 1000.0));
    }

    internal void End(long time)
    {
        _pending.MarkStale(time);
        _firing.MarkStale(time);
        _since.MarkStale(time);
    }
}
