using System.Diagnostics;

namespace Instrumentation.Metrics;

/// <summary>One observation that stands for those like it, with the trace it was made in. Immutable.</summary>
/// <param name="TraceId">The trace.</param>
/// <param name="SpanId">The span.</param>
/// <param name="Value">What was observed, in the metric's unit.</param>
/// <param name="Time">When.</param>
public sealed record Exemplar(ActivityTraceId TraceId, ActivitySpanId SpanId, double Value, DateTimeOffset Time);
