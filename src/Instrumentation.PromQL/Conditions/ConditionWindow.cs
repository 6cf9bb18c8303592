using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Conditions;

/// <summary>A span of time that a condition looks back over.</summary>
/// <param name="Length">How long.</param>
/// <param name="Range">Where it is written.</param>
/// <param name="NeedsSamples">
/// Whether it is the range of a function that needs two samples at least, such as <c>rate</c>; one of <c>max_over_time</c> can do with one.
/// </param>
public sealed record ConditionWindow(TimeSpan Length, SourceRange Range, bool NeedsSamples);
