using Instrumentation.Alerting.Lifecycle;
using Instrumentation.Alerting.Rules;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.Alerting.Tests.Notifiers;

/// <summary>Alerts as a test says they are.</summary>
internal sealed class TestAlerts : IAlerts
{
    private readonly Dictionary<Labels, Alert> _alerts = [];
    private long _sequence;

    public static readonly DateTimeOffset Begin = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public SampleStore History { get; } = new();

    public IReadOnlyList<RuleGroupStatus> GetGroups() => [];

    public IReadOnlyList<Alert> GetActiveAlerts() => [.. _alerts.Values.Where(static alert => alert.State == AlertState.Firing)];

    public IReadOnlyList<Alert> GetResolvedAlerts() => [.. _alerts.Values.Where(static alert => alert.State == AlertState.Resolved)];

    public AlertTransition Fire(string name, string region, DateTimeOffset at, AlertSeverity severity = AlertSeverity.Warning)
    {
        var alert = Make(name, region, at, severity);
        _alerts[alert.Labels] = alert;
        return new AlertTransition(++_sequence, AlertState.Pending, AlertState.Firing, at, alert);
    }

    public AlertTransition Resolve(string name, string region, DateTimeOffset at, AlertSeverity severity = AlertSeverity.Warning)
    {
        var labels = Make(name, region, at, severity).Labels;
        _alerts[labels] = _alerts[labels] with { State = AlertState.Resolved, ResolvedAt = at };
        return new AlertTransition(++_sequence, AlertState.Firing, AlertState.Resolved, at, _alerts[labels]);
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
