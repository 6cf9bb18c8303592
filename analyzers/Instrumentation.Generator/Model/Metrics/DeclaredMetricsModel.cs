namespace Instrumentation.Generator.Model.Metrics;

/// <summary>All metrics of an assembly, for the compilers of others and for the catalog.</summary>
/// <param name="Assembly">The assembly.</param>
/// <param name="Metrics">By name, then by member; each once.</param>
internal sealed record DeclaredMetricsModel(AssemblyModel Assembly, EquatableArray<MetricModel> Metrics)
{
    public static DeclaredMetricsModel Of(
        EquatableArray<MonitoredTypeModel> operations, EquatableArray<MetricTypeModel> metrics, AssemblyModel assembly) =>
        new(assembly, new(metrics.SelectMany(type => type.Metrics)
            .Concat(OperationMetrics.Of(operations, assembly.Defaults))
            .Distinct()
            .OrderBy(metric => metric.Name, StringComparer.Ordinal)
            .ThenBy(metric => metric.Member, StringComparer.Ordinal)));
}
