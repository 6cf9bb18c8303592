namespace Instrumentation.Generator.Model.Metrics;

/// <summary>A metric that a member of an event is recorded in.</summary>
/// <param name="MemberName">The member's name.</param>
/// <param name="Access">How the member is read.</param>
/// <param name="Value">How it becomes a number.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Labels">The places of the metric's labels among the event's.</param>
internal sealed record EventMetricModel(
    string MemberName, string Access, ValueModel Value, MetricModel Metric, EquatableArray<int> Labels);
