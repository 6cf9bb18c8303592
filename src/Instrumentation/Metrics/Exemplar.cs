using System.Diagnostics;
using Instrumentation.Metrics.Families;

namespace Instrumentation.Metrics;

/// <summary>One record that stands for those like it, with the trace it was made in. Immutable.</summary>
/// <param name="TraceId">The trace; all zeros when there was none.</param>
/// <param name="SpanId">The span; all zeros when there was none.</param>
/// <param name="Value">What was observed or added, in the metric's unit.</param>
/// <param name="Time">When.</param>
public sealed record Exemplar(ActivityTraceId TraceId, ActivitySpanId SpanId, double Value, DateTimeOffset Time)
{
    /// <summary>The most characters that OpenMetrics lets the labels of an exemplar have in all.</summary>
    private const int Limit = 128;
    private const string Trace = "trace_id";
    private const string Span = "span_id";
    private byte[]? _text;

    /// <summary>What else identifies what was recorded, such as a player or a session.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Labels { get; init; } = [];

    /// <summary>How many characters the trace leaves for other labels.</summary>
    internal int Room => HasTrace ? Limit - Trace.Length - 32 - Span.Length - 16 : Limit;

    /// <summary>The labels as an exposition has them, between the braces.</summary>
    internal byte[] Text => _text ??= LabelText.Of(HasTrace
        ? [KeyValuePair.Create(Trace, TraceId.ToHexString()), KeyValuePair.Create(Span, SpanId.ToHexString()), .. Labels]
        : [.. Labels]);

    /// <inheritdoc/>
    public bool Equals(Exemplar? other) =>
        other is not null && TraceId == other.TraceId && SpanId == other.SpanId && Value.Equals(other.Value) && Time == other.Time && Labels.SequenceEqual(other.Labels);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(TraceId, SpanId, Value, Time);

    private bool HasTrace => TraceId != default;
}
