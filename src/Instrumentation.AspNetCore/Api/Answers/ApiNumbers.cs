using System.Globalization;
using Instrumentation.PromQL.Parsing;

namespace Instrumentation.AspNetCore.Api.Answers;

/// <summary>Numbers and times as text, the way Prometheus' API writes them.</summary>
internal static class ApiNumbers
{
    /// <summary>A sample's value: plain, with an exponent below 1e-6 and from 1e21 on (util/jsonutil).</summary>
    internal static string Format(double value) =>
        double.IsFinite(value) && value != 0 && Math.Abs(value) is < 1e-6 or >= 1e21 ? Exponential(value) : Numbers.Format(value);

    /// <summary>An alert's value: always with an exponent (<c>strconv.FormatFloat(v, 'e', -1, 64)</c>).</summary>
    internal static string Exponential(double value)
    {
        if (!double.IsFinite(value))
        {
            return Numbers.Format(value);
        }

        // The shortest digits that read back as the same number, without sign, point and exponent.
        var text = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture);
        var at = text.IndexOf('E', StringComparison.Ordinal);
        var exponent = at < 0 ? 0 : int.Parse(text.AsSpan(at + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = at < 0 ? text : text[..at];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        var significant = digits.TrimStart('0');
        exponent += (point < 0 ? mantissa.Length : point) - 1 - (digits.Length - significant.Length);
        significant = significant.TrimEnd('0');
        if (significant.Length == 0)
        {
            (significant, exponent) = ("0", 0);
        }

        var sign = double.IsNegative(value) ? "-" : "";
        var fraction = significant.Length > 1 ? $".{significant[1..]}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{significant[0]}{fraction}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
    }

    /// <summary>Seconds since 1970, with three decimals unless they are whole.</summary>
    internal static decimal Seconds(long milliseconds) => milliseconds % 1000 == 0
        ? milliseconds / 1000
        : new decimal(milliseconds) / 1000m + 0.000m;

    /// <summary>Seconds since 1970 without needless decimals, as scalars and texts have them.</summary>
    internal static decimal ShortSeconds(long milliseconds) => milliseconds / 1000m;

    /// <summary>RFC 3339 in UTC, as Go writes it.</summary>
    internal static string Rfc3339(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
