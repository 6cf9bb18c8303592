using Instrumentation.Metrics;

namespace Instrumentation.Operations;

/// <summary>
/// Which metric families an operation appears in. All operations of a registry share them, except for a histogram that bears the name of the
/// operation's own metric.
/// </summary>
internal static class OperationFamilies
{
    private const string Seconds = "seconds";

    internal static void Show(Operation operation, InstrumentRegistry registry)
    {
        var definition = operation.Definition;
        var labels = new OperationLabels(definition);
        var shared = new SeriesNames(labels, withOperation: true);
        var durations = definition.Metric is null ? shared : new SeriesNames(labels, withOperation: false);

        operation.DurationFamily = registry.Share(Durations(definition));
        operation.DurationFamily.Add(new DurationSource(operation, durations));
        registry.Share(new MetricDefinition(
                Name(definition, "operation_failures_total"), MetricKind.Counter, "Calls of operations that threw, by the type of the exception."))
            .Add(new FailureSource(operation, labels));
        registry.Share(new MetricDefinition(
                Name(definition, "operation_cancellations_total"), MetricKind.Counter, "Calls of operations that were cancelled."))
            .Add(new CancellationSource(operation, shared));
        registry.Share(new MetricDefinition(
                Name(definition, "operations_in_flight"), MetricKind.Gauge, "Calls of operations that have begun and not ended."))
            .Add(new InFlightSource(operation, shared));
    }

    private static MetricDefinition Durations(OperationDefinition definition) => definition.Metric is { } metric
        ? new MetricDefinition(
            Name(definition, metric),
            MetricKind.Histogram,
            definition.Help ?? $"Duration of {definition.Name}, failed and cancelled calls included.",
            metric.EndsWith("_seconds", StringComparison.Ordinal) ? Seconds : null)
        : new MetricDefinition(
            Name(definition, "operation_duration_seconds"),
            MetricKind.Histogram,
            "Duration of calls of operations, failed and cancelled ones included.",
            Seconds);

    private static string Name(OperationDefinition definition, string name) =>
        string.IsNullOrEmpty(definition.Prefix) ? name : $"{definition.Prefix}_{name}";
}
