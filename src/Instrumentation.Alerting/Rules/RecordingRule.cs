namespace Instrumentation.Alerting.Rules;

/// <summary>A rule that keeps its expression's result as series of its own. Immutable.</summary>
public sealed record RecordingRule : Rule;
