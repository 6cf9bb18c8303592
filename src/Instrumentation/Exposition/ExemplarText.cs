using Instrumentation.Metrics;

namespace Instrumentation.Exposition;

/// <summary>An exemplar as OpenMetrics has it, after the value of a sample: <c> # {trace_id="…",span_id="…"} 0.25 1700000000.123</c>.</summary>
internal static class ExemplarText
{
    /// <summary>More bytes than an exemplar takes without its labels.</summary>
    private const int Rest = 80;

    /// <summary>More bytes than the exemplar takes.</summary>
    internal static int Longest(Exemplar exemplar) => exemplar.Text.Length + Rest;

    /// <summary>Appends an exemplar where there is room for it.</summary>
    internal static void Append(ref Utf8Output output, Exemplar exemplar)
    {
        output.Append(" # {"u8);
        output.Append(exemplar.Text);
        output.Append("} "u8);
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
}
