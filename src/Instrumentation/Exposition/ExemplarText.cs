using Instrumentation.Metrics;

namespace Instrumentation.Exposition;

/// <summary>An exemplar as OpenMetrics has it, after the value of a sample: <c> # {trace_id="…",span_id="…"} 0.25 1700000000.123</c>.</summary>
internal static class ExemplarText
{
    /// <summary>More bytes than any exemplar takes.</summary>
    internal const int Longest = 160;

    /// <summary>Appends an exemplar where there is room for <see cref="Longest"/> bytes.</summary>
    internal static void Append(ref Utf8Output output, Exemplar exemplar)
    {
        output.Append(" # {trace_id=\""u8);
        AppendHex(ref output, exemplar.TraceId.ToHexString());
        output.Append("\",span_id=\""u8);
        AppendHex(ref output, exemplar.SpanId.ToHexString());
        output.Append("\"} "u8);
        output.Append(exemplar.Value);
        output.Append((byte)' ');
        var milliseconds = exemplar.Time.ToUnixTimeMilliseconds();
        output.Append(milliseconds / 1000);
        output.Append((byte)'.');
        var rest = milliseconds % 1000;
        output.Append((byte)('0' + (rest / 100)));
        output.Append((byte)('0' + (rest / 10 % 10)));
        output.Append((byte)('0' + (rest % 10)));
    }

    private static void AppendHex(ref Utf8Output output, string hex)
    {
        foreach (var digit in hex)
        {
            output.Append((byte)digit);
        }
    }
}
