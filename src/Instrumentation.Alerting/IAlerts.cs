using Instrumentation.Alerting.History;
using Instrumentation.Alerting.Lifecycle;
using Instrumentation.Alerting.Rules;
using Instrumentation.PromQL.Parsing.Syntax;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.Alerting;

/// <summary>What there is to read about rules and alerts: for endpoints and pages. Thread-safe.</summary>
public interface IAlerts
{
    /// <summary>The samples that rules are evaluated on, with the series <c>ALERTS</c> and <c>ALERTS_FOR_STATE</c> and what rules record.</summary>
    public SampleStore History { get; }

    /// <summary>Has the series that a query reads sampled, from the next sampling on and for the history's retention after the last time it is wanted. Without history there is nothing to do.</summary>
    /// <param name="expression">The query.</param>
    public void Want(Expression expression)
    {
    }

    /// <summary>The exemplars of the series that a query reads, as far as they were sampled. Without history there are none.</summary>
    /// <param name="query">The query.</param>
    /// <param name="from">The earliest time that an exemplar may bear.</param>
    /// <param name="to">The latest.</param>
    /// <returns>The series that have any, ordered by labels.</returns>
    public IReadOnlyList<ExemplarSeries> FindExemplars(Expression query, DateTimeOffset from, DateTimeOffset to) => [];

    /// <summary>The groups with their rules and alerts, ordered by source and name.</summary>
    public IReadOnlyList<RuleGroupStatus> GetGroups();

    /// <summary>The alerts that are pending or firing, whatever raised them, ordered by labels.</summary>
    public IReadOnlyList<Alert> GetActiveAlerts();

    /// <summary>The alerts that resolved within the last 15 minutes, ordered by labels.</summary>
    public IReadOnlyList<Alert> GetResolvedAlerts();
}
