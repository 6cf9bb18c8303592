namespace Instrumentation.Alerting.Evaluation;

/// <summary>One evaluation of a rule.</summary>
/// <param name="Time">The tick, in milliseconds since 1970.</param>
/// <param name="QueryTime">The time that the rule looks at: the tick less the group's offset.</param>
/// <param name="Limit">The most alerts or series; 0 for any number.</param>
internal readonly record struct Evaluation(long Time, long QueryTime, int Limit);
