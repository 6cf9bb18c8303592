using System.Globalization;

namespace Instrumentation.PromQL.Evaluation;

/// <summary>Numbers in labels and texts, read as Go's strconv.ParseFloat reads them.</summary>
internal static class GoFloat
{
    private const NumberStyles WithoutSpace = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Reads a decimal number, an infinity or NaN.</summary>
    /// <returns>False when the text is none, or one too large for a double.</returns>
    public static bool TryParse(string text, out double value)
    {
        var unsigned = text.StartsWith('+') || text.StartsWith('-') ? text[1..] : text;
        if (unsigned.Equals("inf", StringComparison.OrdinalIgnoreCase) || unsigned.Equals("infinity", StringComparison.OrdinalIgnoreCase))
        {
            value = text.StartsWith('-') ? double.NegativeInfinity : double.PositiveInfinity;
            return true;
        }

        // NaN has no sign in Go.
        var isSignedNaN = unsigned.Length < text.Length && unsigned.Equals("nan", StringComparison.OrdinalIgnoreCase);
        return double.TryParse(text, WithoutSpace, CultureInfo.InvariantCulture, out value) && !double.IsInfinity(value) && !isSignedNaN;
    }
}
