using Instrumentation.Alerting;
using Instrumentation.Alerting.History;
using Instrumentation.Alerting.Lifecycle;
using Instrumentation.Alerting.Rules;
using Instrumentation.PromQL.Parsing.Syntax;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.AspNetCore.Tests.Api;

/// <summary>Rules and alerts as a test says they are.</summary>
internal sealed class TestAlerts(params RuleGroupStatus[] groups) : IAlerts
{
    public SampleStore History { get; } = new();

    /// <summary>What was asked to be sampled.</summary>
    public List<string> Wanted { get; } = [];

    public IReadOnlyList<ExemplarSeries> Exemplars { get; init; } = [];

    /// <summary>What was last asked for.</summary>
    public (string Query, DateTimeOffset From, DateTimeOffset To) ExemplarsWanted { get; private set; }

    public IReadOnlyList<ExemplarSeries> FindExemplars(Expression query, DateTimeOffset from, DateTimeOffset to)
    {
        ExemplarsWanted = (query.ToString(), from, to);
        return Exemplars;
    }

    public void Want(Expression expression) => Wanted.Add(expression.ToString());

    public IReadOnlyList<RuleGroupStatus> GetGroups() => groups;

    public IReadOnlyList<Alert> GetActiveAlerts() => [.. groups.SelectMany(static group => group.Rules).SelectMany(static rule => rule.Alerts)];

    public IReadOnlyList<Alert> GetResolvedAlerts() => [];
}
