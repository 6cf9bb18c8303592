namespace Instrumentation.Alerting.Evaluation;

/// <summary>An evaluation that gives no usable result.</summary>
internal sealed class RuleEvaluationException(string message) : Exception(message);
