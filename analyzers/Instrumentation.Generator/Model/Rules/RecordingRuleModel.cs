namespace Instrumentation.Generator.Model.Rules;

/// <summary>A recording rule; expression and series are marked as those of <see cref="AlertRuleModel"/> are.</summary>
internal sealed record RecordingRuleModel(
    string Name, string Expression, EquatableArray<RuleLabel> Labels, EquatableArray<string> Series, string? Group, string? Member);
