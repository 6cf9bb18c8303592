namespace Instrumentation.Rules;

/// <summary>The rules that an assembly declares.</summary>
/// <param name="Assembly">The simple name of the assembly.</param>
/// <param name="Alerts">Its alert rules, in order of declaration.</param>
/// <param name="Recordings">Its recording rules, in order of declaration.</param>
public sealed record DeclaredRuleSet(string Assembly, IReadOnlyList<AlertRuleDefinition> Alerts, IReadOnlyList<RecordingRuleDefinition> Recordings);
