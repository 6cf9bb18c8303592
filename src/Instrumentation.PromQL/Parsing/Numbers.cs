using System.Globalization;
using System.Text;

namespace Instrumentation.PromQL.Parsing;

/// <summary>Numbers as text, the way Go reads and writes them.</summary>
public static class Numbers
{
    /// <summary>Reads a number literal: decimal, hexadecimal (<c>0x1f</c>), octal (<c>017</c>), <c>inf</c>, <c>nan</c>, underscores between digits.</summary>
    /// <param name="text">The literal, without a sign.</param>
    /// <param name="value">The number.</param>
    /// <returns>False when the text is no number, or one too large for a double.</returns>
    public static bool TryParse(string text, out double value)
    {
        if (Keywords.IsSpecialNumber(text))
        {
            value = text[0] is 'i' or 'I' ? double.PositiveInfinity : double.NaN;
            return true;
        }

        var digits = text.Replace("_", "");
        if (digits.Length > 2 && digits[0] == '0' && digits[1] is 'x' or 'X')
        {
            var read = long.TryParse(digits.Substring(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hexadecimal);
            value = hexadecimal;
            // Sixteen digits reach into the sign bit, which Go's ParseInt refuses.
            return read && hexadecimal >= 0;
        }

        if (digits.Length > 1 && digits[0] == '0' && TryParseOctal(digits, out value))
        {
            return true;
        }

        return double.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value)
            && !double.IsInfinity(value);
    }

    /// <summary>Writes the shortest text that reads back as the same number, without an exponent (<c>strconv.FormatFloat(v, 'f', -1, 64)</c>).</summary>
    /// <param name="value">The number.</param>
    public static string Format(double value)
    {
        if (double.IsNaN(value))
        {
            return "NaN";
        }

        if (double.IsInfinity(value))
        {
            return value > 0 ? "+Inf" : "-Inf";
        }

        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var exponentAt = text.IndexOf("E", StringComparison.Ordinal);
        return exponentAt < 0 ? text : Expand(text, exponentAt);
    }

    private static bool TryParseOctal(string digits, out double value)
    {
        value = 0;
        var total = 0L;
        foreach (var digit in digits)
        {
            if (digit is < '0' or > '7' || total > long.MaxValue >> 3)
            {
                return false;
            }

            total = (total << 3) | (uint)(digit - '0');
        }

        value = total;
        return true;
    }

    private static string Expand(string text, int exponentAt)
    {
        var exponent = int.Parse(text.Substring(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var negative = text[0] == '-';
        var mantissa = text.Substring(negative ? 1 : 0, exponentAt - (negative ? 1 : 0));
        var dot = mantissa.IndexOf(".", StringComparison.Ordinal);
        var digits = mantissa.Replace(".", "");
        var point = (dot < 0 ? mantissa.Length : dot) + exponent;

        var result = new StringBuilder(negative ? "-" : "");
        if (point <= 0)
        {
            result.Append("0.").Append('0', -point).Append(digits);
        }
        else if (point >= digits.Length)
        {
            result.Append(digits).Append('0', point - digits.Length);
        }
        else
        {
            result.Append(digits, 0, point).Append('.').Append(digits, point, digits.Length - point);
        }

        return result.ToString();
    }
}
