using Instrumentation.Alerting;
using Instrumentation.Alerting.Rules;
using Instrumentation.Metrics;

namespace Instrumentation.Benchmarks.Rules;

/// <summary>The rules in this process: a registry, its history, and the engine at work, once a second as the server.</summary>
internal sealed class LocalRules : IAsyncDisposable
{
    private readonly Gauge<string?> _gauge;
    private readonly AlertManager _alerts;

    internal LocalRules()
    {
        var registry = new InstrumentRegistry();
        _gauge = registry.Gauge(RuleSamples.Gauge, "Length of a queue.", Metrics.Label.ForStrings("queue", RuleSamples.Rules));
        var second = TimeSpan.FromSeconds(1);
        _alerts = new AlertManager(new AlertingOptions { SampleInterval = second, EvaluationInterval = second, DeclaredRules = false }, registry: registry);
        _alerts.ReplaceGroup(new RuleGroup
        {
            Name = "thresholds",
            Rules = [.. Enumerable.Range(0, RuleSamples.Rules).Select(rule => new AlertRule { Name = $"Queue{rule}", Expression = RuleSamples.Rule(rule), For = TimeSpan.FromMinutes(1) })],
        });
        _alerts.Start();
    }

    /// <summary>How long the last evaluation of all rules took, as Prometheus says of its own.</summary>
    internal double LastMilliseconds => _alerts.GetGroups()[0].EvaluationDuration.TotalMilliseconds;

    /// <summary>How many alerts there are: both sides must find the same.</summary>
    internal int Alerts => _alerts.GetActiveAlerts().Count;

    internal void Set(int queue, double length) => _gauge.Set(length, $"{queue}");

    public ValueTask DisposeAsync() => _alerts.DisposeAsync();
}
