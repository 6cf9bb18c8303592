using Instrumentation.Alerting.Lifecycle;
using Instrumentation.Alerting.Rules;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.Alerting.Tests.Notifiers;

/// <summary>Alerts as a test says they are.</summary>
internal sealed class TestAlerts : IAlerts
{
    private readonly Dictionary<Labels, Alert> _alerts = [];

    public static readonly DateTimeOffset Begin = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The number of the last transition.</summary>
    public long Sequence { get; private set; }

    public SampleStore History { get; } = new();

    public IReadOnlyList<RuleGroupStatus> GetGroups() => [];

    public IReadOnlyList<Alert> GetActiveAlerts() => [.. _alerts.Values.Where(static alert => alert.State == AlertState.Firing)];

    public IReadOnlyList<Alert> GetResolvedAlerts() => [.. _alerts.Values.Where(static alert => alert.State == AlertState.Resolved)];

    public AlertTransition Fire(string name, string region, DateTimeOffset at, AlertSeverity severity = AlertSeverity.Warning)
    {
        var alert = Make(name, region, at, severity) with { FiredIn = Sequence + 1 };
        _alerts[alert.Labels] = alert;
        return new AlertTransition(++Sequence, AlertState.Pending, AlertState.Firing, at, alert);
    }

    public AlertTransition Resolve(string name, string region, DateTimeOffset at, AlertSeverity severity = AlertSeverity.Warning)
    {
        var labels = Make(name, region, at, severity).Labels;
        _alerts[labels] = _alerts[labels] with { State = AlertState.Resolved, ResolvedAt = at };
        return new AlertTransition(++Sequence, AlertState.Firing, AlertState.Resolved, at, _alerts[labels]);
    }

    /// <summary>Moves the times of all alerts, as after the clock was set.</summary>
    public void Shift(TimeSpan by)
    {
        foreach (var (labels, alert) in _alerts.ToArray())
        {
            _alerts[labels] = alert with { ActiveAt = alert.ActiveAt + by, FiredAt = alert.FiredAt + by, ResolvedAt = alert.ResolvedAt + by };
        }
    }

    public static Alert Make(string name, string region, DateTimeOffset at, AlertSeverity severity = AlertSeverity.Warning) => new()
    {
        Name = name,
        Labels = Labels.From([new("alertname", name), new("region", region), new("severity", severity.ToString().ToLowerInvariant())]),
        Annotations = Labels.From([new("summary", $"{name} in {region}"), new("runbook_url", "https://example.com/runbook?a=1&b=2")]),
        State = AlertState.Firing,
        Severity = severity,
        Expression = "latency > 0.1",
        Value = 0.25,
        ActiveAt = at - TimeSpan.FromMinutes(1),
        FiredAt = at,
    };
}
