namespace Instrumentation.Generator.Model.Rules;

/// <summary>A label that a rule adds.</summary>
internal sealed record RuleLabel(string Name, string Value);
