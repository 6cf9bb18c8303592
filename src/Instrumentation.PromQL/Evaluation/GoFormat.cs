using System.Globalization;
using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Evaluation;

/// <summary>Numbers in messages and labels, formatted as Go's fmt and strconv do.</summary>
internal static class GoFormat
{
    /// <summary><c>%g</c>: the shortest text, with an exponent below 1e-4 and from 1e6 (or the precision) on.</summary>
    public static string General(double value, int precision = -1)
    {
        if (!double.IsFinite(value) || value == 0)
        {
            return Numbers.Format(value);
        }

        var scientific = value.ToString(precision > 0 ? "E" + (precision - 1) : "E16", CultureInfo.InvariantCulture);
        if (precision < 0)
        {
            scientific = Shortest(value);
        }

        var exponentAt = scientific.IndexOf('E', StringComparison.Ordinal);
        var exponent = int.Parse(scientific.AsSpan(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (exponent < -4 || exponent >= (precision < 0 ? 6 : precision))
        {
            var mantissa = scientific[..exponentAt];
            mantissa = mantissa.Contains('.', StringComparison.Ordinal) ? mantissa.TrimEnd('0').TrimEnd('.') : mantissa;
            return $"{mantissa}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture)}";
        }

        return Numbers.Format(double.Parse(scientific, CultureInfo.InvariantCulture));
    }

    /// <summary>A number as OpenMetrics writes it in a label: <c>1.0</c>, <c>0.99</c>, <c>1e+30</c> (labels.FormatOpenMetricsFloat).</summary>
    public static string OpenMetrics(double value)
    {
        if (!double.IsFinite(value))
        {
            return Numbers.Format(value);
        }

        var text = General(value);
        return text.AsSpan().ContainsAny('e', '.') ? text : text + ".0";
    }

    private static string Shortest(double value)
    {
        var plain = Numbers.Format(Math.Abs(value));
        var digits = plain.Replace(".", "", StringComparison.Ordinal);
        var dot = plain.IndexOf('.', StringComparison.Ordinal);
        var first = 0;
        while (digits[first] == '0')
        {
            first++;
        }

        var exponent = (dot < 0 ? plain.Length : dot) - 1 - first;
        var significant = digits[first..].TrimEnd('0');
        var mantissa = significant.Length > 1 ? $"{significant[0]}.{significant[1..]}" : significant;
        return string.Create(CultureInfo.InvariantCulture, $"{(value < 0 ? "-" : "")}{mantissa}E{exponent}");
    }
}
