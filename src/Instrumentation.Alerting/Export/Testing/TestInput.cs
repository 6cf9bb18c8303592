using Instrumentation.PromQL.Storage;

namespace Instrumentation.Alerting.Export.Testing;

/// <summary>Series that belong together, such as those of one histogram, and what they may do.</summary>
/// <param name="Series">The series.</param>
/// <param name="Choices">Ways to behave, one entry for each of the series; the plainest first.</param>
internal sealed record TestInput(IReadOnlyList<Labels> Series, IReadOnlyList<SeriesBehaviour[]> Choices);
