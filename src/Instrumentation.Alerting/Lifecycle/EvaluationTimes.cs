namespace Instrumentation.Alerting.Lifecycle;

/// <summary>The times of an evaluation, in milliseconds since 1970.</summary>
/// <param name="Time">The tick.</param>
/// <param name="Previous">The tick of the evaluation before; the same at the first.</param>
/// <param name="QueryTime">The time that the rule looks at.</param>
internal readonly record struct EvaluationTimes(long Time, long Previous, long QueryTime);
