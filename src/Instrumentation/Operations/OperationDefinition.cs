using Instrumentation.Metrics;

namespace Instrumentation.Operations;

/// <summary>What is measured of an operation and under which names. Generated code fills it in from the attributes.</summary>
public sealed record OperationDefinition
{
    /// <summary>The value of the label <c>operation</c>, such as <c>CombatService.Act</c>.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The name of a histogram for this operation alone, without the label <c>operation</c>, in place of the shared
    /// <c>operation_duration_seconds</c>. Null for the shared one.
    /// </summary>
    public string? Metric { get; init; }

    /// <summary>The help text of the histogram named by <see cref="Metric"/>; null for a general one.</summary>
    public string? Help { get; init; }

    /// <summary>
    /// Upper bounds of the histogram's buckets in seconds, ascending and finite, at most <see cref="DurationBuckets.Limit"/> of them; <c>+Inf</c> is added.
    /// Null for <see cref="DurationBuckets.Default"/>.
    /// </summary>
    public double[]? Buckets { get; init; }

    /// <summary>Reads the clock on every n-th call of each thread only; all calls are counted. Less than 2 means every call.</summary>
    public int SampleEvery { get; init; } = 1;

    /// <summary>Whether calls start a span when somebody listens to the ActivitySource <c>Instrumentation</c>.</summary>
    public bool Trace { get; init; } = true;

    /// <summary>Goes before the names of all families, joined by an underscore; null for none.</summary>
    public string? Prefix { get; init; }

    /// <summary>The value of the label <c>service</c>; null for no such label.</summary>
    public string? Service { get; init; }

    /// <summary>The labels taken from arguments, in the order of the parameters.</summary>
    public Label[] Labels { get; init; } = [];
}
