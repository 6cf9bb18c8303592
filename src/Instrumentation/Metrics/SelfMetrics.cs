using System.Runtime.CompilerServices;

namespace Instrumentation.Metrics;

/// <summary>What a registry counts about itself.</summary>
internal sealed class SelfMetrics
{
    private const int Metrics = 500;
    private readonly Counter _conflicts;
    private readonly Counter<string?> _overflows;
    private readonly Counter<string?> _rejected;
    private readonly Counter<string?> _failures;
    private readonly Counter<string?> _exemplarLabels;

    internal SelfMetrics(InstrumentRegistry registry)
    {
        _conflicts = registry.Counter(
            "instrumentation_registration_conflicts_total",
            "Metrics that clashed with one registered before, and are measured but not shown.");
        _overflows = registry.Counter(
            "instrumentation_label_overflows_total",
            "Uses of a label value past the label's limit, which read 'other'.",
            Label.ForStrings("metric", Metrics));
        _rejected = registry.Counter(
            "instrumentation_rejected_values_total",
            "Values that were ignored: negative for a counter, or not a number.",
            Label.ForStrings("metric", Metrics));
        _failures = registry.Counter(
            "instrumentation_collector_failures_total",
            "Collectors and callbacks that threw while a snapshot was taken.",
            Label.ForStrings("collector", Metrics));
        _exemplarLabels = registry.Counter(
            "instrumentation_exemplar_labels_dropped_total",
            "Labels of exemplars that were left out: past 128 characters in all, without a valid name, or twice.",
            Label.ForStrings("metric", Metrics));
    }

    internal void ExemplarLabelsDropped(string metric, int labels) => _exemplarLabels.Add(labels, metric);

    internal void RegistrationConflicted() => _conflicts.Increment();

    internal void LabelOverflowed(string metric) => _overflows.Increment(metric);

    /// <remarks>Not inlined: the rare half of adding and observing, and longer than the other.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void ValueRejected(string metric) => _rejected.Increment(metric);

    internal void CollectorFailed(string collector) => _failures.Increment(collector);
}
