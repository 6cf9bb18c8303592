using Instrumentation.PromQL.Storage;

namespace Instrumentation.Alerting.Export.Testing;

/// <summary>Samples on which a rule fires and resolves.</summary>
/// <param name="Timeline">The phases.</param>
/// <param name="Inputs">The series.</param>
/// <param name="Phases">What each input does in each phase.</param>
/// <param name="Quiet">A step at which it does not fire yet.</param>
/// <param name="Firing">A step at which it fires.</param>
/// <param name="Resolved">A step at which it fires no more.</param>
/// <param name="Results">The labels that the expression gives while it fires.</param>
internal sealed record RuleScenario(
    Timeline Timeline,
    IReadOnlyList<TestInput> Inputs,
    IReadOnlyList<(int Steps, SeriesBehaviour[][] Behaviours)> Phases,
    int Quiet,
    int Firing,
    int Resolved,
    IReadOnlyList<Labels> Results);
