using Instrumentation.Generator.Model;
using Instrumentation.Generator.Model.Metrics;

namespace Instrumentation.Generator.Parsing.Metrics;

/// <summary>What a member with <c>[GameMetric]</c> was found to be.</summary>
/// <param name="Metric">The metric as far as it could be made out, of a refused member too; null when there is none.</param>
/// <param name="IsRefused">Whether it is not recorded.</param>
/// <param name="Location">Where the attribute stands.</param>
/// <param name="Method">The method whose body is generated; also of a refused one that needs a body.</param>
/// <param name="Reader">The member that is read at each scrape.</param>
/// <param name="Findings">What is wrong.</param>
internal sealed record ParsedMember(
    MetricModel? Metric,
    bool IsRefused,
    SourceLocation? Location,
    MetricMethodModel? Method,
    MetricReaderModel? Reader,
    EquatableArray<Finding> Findings)
{
    public static readonly ParsedMember Nothing = new(null, IsRefused: false, null, null, null, EquatableArray<Finding>.Empty);
}
