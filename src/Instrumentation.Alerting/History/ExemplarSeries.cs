using Instrumentation.Metrics;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.Alerting.History;

/// <summary>The exemplars of one series. Immutable.</summary>
/// <param name="Series">The labels of the series, its name among them: a counter, or a bucket of a histogram.</param>
/// <param name="Exemplars">The exemplars, oldest first.</param>
public sealed record ExemplarSeries(Labels Series, IReadOnlyList<Exemplar> Exemplars);
