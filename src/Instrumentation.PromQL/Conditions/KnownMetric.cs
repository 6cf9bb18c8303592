namespace Instrumentation.PromQL.Conditions;

/// <summary>What is known of a metric before it runs.</summary>
/// <param name="Name">Its name, without the suffixes of a histogram's series; a counter's with <c>_total</c>.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Labels">Its labels; each with all the values it can have, or null where they are not known.</param>
/// <param name="Bounds">The finite bounds of a histogram, ascending; empty when they are not known.</param>
/// <param name="Unit">Its unit; null when there is none.</param>
public sealed record KnownMetric(
    string Name,
    SubjectKind Kind,
    IReadOnlyDictionary<string, IReadOnlyCollection<string>?> Labels,
    IReadOnlyList<double> Bounds,
    string? Unit = null);
