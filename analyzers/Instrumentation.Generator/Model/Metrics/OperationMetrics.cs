using Instrumentation.Metrics;

namespace Instrumentation.Generator.Model.Metrics;

/// <summary>
/// The metrics of an assembly's operations: the histograms of their own, and the families that they share. A shared family is stated once, with the labels of all
/// operations in it and the sum of their series, since what reads it sees one metric.
/// </summary>
internal static class OperationMetrics
{
    private const int DurationPreset = 1;

    /// <summary>Names of exceptions that an operation tells apart, and all others.</summary>
    private const int ErrorNames = 16;

    public static IEnumerable<MetricModel> Of(EquatableArray<MonitoredTypeModel> types, DefaultsModel defaults)
    {
        var operations = types.SelectMany(type => type.Fields.Select(field => (field.Definition, Member: Member(type, field)))).ToArray();
        var service = defaults.Service is { } name ? [Fixed("service", [name])] : Array.Empty<LabelModel>();
        foreach (var (definition, member) in operations.Where(operation => operation.Definition.Metric is not null))
        {
            yield return new()
            {
                Name = definition.Metric!,
                Kind = MetricKind.Histogram,
                Help = definition.Help ?? $"Duration of {definition.Name}, failed and cancelled calls included.",
                Unit = definition.Metric!.EndsWith("_seconds", StringComparison.Ordinal) ? "seconds" : null,
                Labels = new(service.Concat(definition.Labels)),
                Buckets = definition.Buckets ?? Default,
                Member = member,
            };
        }

        var all = operations.Select(operation => operation.Definition).ToArray();
        var timed = all.Where(definition => definition.Metric is null).ToArray();
        if (timed.Length > 0)
        {
            yield return Shared("operation_duration_seconds", MetricKind.Histogram, "Duration of calls of operations, failed and cancelled ones included.", timed, service) with
            {
                Unit = "seconds",
                Buckets = timed.All(definition => definition.Buckets == timed[0].Buckets) ? timed[0].Buckets ?? Default : Default,
            };
        }

        if (all.Length > 0)
        {
            var failures = Shared("operation_failures_total", MetricKind.Counter, "Calls of operations that threw, by the type of the exception.", all, service);
            yield return failures with
            {
                Labels = new(failures.Labels.Append(new("error", EquatableArray<string>.Empty, HasNone: false, HasOther: true, ErrorNames))),
                SharedSeries = failures.SharedSeries * (ErrorNames + 1),
            };
            yield return Shared(
                "operation_cancellations_total", MetricKind.Counter, "Calls of operations that were cancelled.", all, service);
            yield return Shared("operations_in_flight", MetricKind.Gauge, "Calls of operations that have begun and not ended.", all, service);
        }
    }

    private static EquatableArray<double> Default => new(PresetBounds.Of(DurationPreset)!);

    private static MetricModel Shared(string name, MetricKind kind, string help, DefinitionModel[] operations, LabelModel[] service) => new()
    {
        Name = name,
        Kind = kind,
        Help = help,
        Labels = new(new[] { Fixed("operation", operations.Select(operation => operation.Name).Distinct(StringComparer.Ordinal)) }
            .Concat(service)
            .Concat(operations.SelectMany(operation => operation.Labels).GroupBy(label => label.Name, StringComparer.Ordinal).Select(Union))),
        SharedSeries = operations.Aggregate(0L, (sum, operation) => sum + operation.SeriesCount),
        Member = "",
    };

    /// <summary>What a label of several operations may read.</summary>
    private static LabelModel Union(IGrouping<string, LabelModel> labels) => labels.Any(label => label.Limit > 0)
        ? new(labels.Key, EquatableArray<string>.Empty, HasNone: true, HasOther: true, labels.Sum(label => Math.Max(label.Limit, label.Values.Count)))
        : new(
            labels.Key,
            new(labels.SelectMany(label => label.Values).Distinct(StringComparer.Ordinal)),
            labels.Any(label => label.HasNone),
            labels.Any(label => label.HasOther),
            Limit: 0);

    private static LabelModel Fixed(string name, IEnumerable<string> values) =>
        new(name, new(values), HasNone: false, HasOther: false, Limit: 0);

    private static string Member(MonitoredTypeModel type, OperationField field)
    {
        var method = type.Operations.First(operation => operation.Definition == field.Definition).Method;
        var name = type.Type.Display;
        return $"{(type.Type.Namespace.Length == 0 ? name : name.Substring(type.Type.Namespace.Replace("@", "").Length + 1))}.{method.BaseName}";
    }
}
