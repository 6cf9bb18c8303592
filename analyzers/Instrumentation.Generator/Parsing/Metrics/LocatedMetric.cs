using Instrumentation.Generator.Model.Metrics;

namespace Instrumentation.Generator.Parsing.Metrics;

/// <summary>A metric and where it is declared.</summary>
internal sealed record LocatedMetric(MetricModel Metric, SourceLocation? Location);
