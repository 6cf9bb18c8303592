using System.Globalization;

namespace Instrumentation.Exposition;

/// <summary>
/// Bucket bounds as text. They are label values, so they must be the same text whoever writes them: the shortest digits that read back as the
/// same number, with an exponent outside 1e-04 … 1e+06 as Go and Python write it, and in OpenMetrics always a point or an exponent, <c>1.0</c>.
/// </summary>
internal static class CanonicalNumber
{
    internal static string Format(double value, bool openMetrics)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
        }

        var (digits, exponent) = Shortest(Math.Abs(value));
        var sign = value < 0 ? "-" : "";
        if (digits.Length == 0)
        {
            return openMetrics ? "0.0" : "0";
        }

        if (exponent is < -4 or >= 6)
        {
            var fraction = digits.Length > 1 ? "." + digits[1..] : "";
            return $"{sign}{digits[0]}{fraction}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}";
        }

        if (exponent < 0)
        {
            return $"{sign}0.{new string('0', -exponent - 1)}{digits}";
        }

        var isWhole = digits.Length <= exponent + 1;
        return isWhole
            ? sign + digits.PadRight(exponent + 1, '0') + (openMetrics ? ".0" : "")
            : $"{sign}{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}";
    }

    /// <summary>A number as <c>d.ddd × 10ⁿ</c>: its digits, without zeros at the ends, and n.</summary>
    private static (string Digits, int Exponent) Shortest(double value)
    {
        var parts = value.ToString("R", CultureInfo.InvariantCulture).Split('E');
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? parts[0].Length : point;
        var all = parts[0].Replace(".", "", StringComparison.Ordinal);
        var digits = all.TrimStart('0');
        var exponent = whole - 1 - (all.Length - digits.Length);
        return (digits.TrimEnd('0'), parts.Length > 1 ? exponent + int.Parse(parts[1], CultureInfo.InvariantCulture) : exponent);
    }
}
