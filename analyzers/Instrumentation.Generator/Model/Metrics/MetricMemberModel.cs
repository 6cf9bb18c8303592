namespace Instrumentation.Generator.Model.Metrics;

/// <summary>A member that bears <c>[GameMetric]</c>; neither of the two for one that is refused.</summary>
/// <param name="Method">The method whose body is generated.</param>
/// <param name="Reader">The member that is read at each scrape.</param>
internal sealed record MetricMemberModel(MetricMethodModel? Method, MetricReaderModel? Reader)
{
    public static readonly MetricMemberModel Nothing = new(null, null);
}
