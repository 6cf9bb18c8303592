using System.Globalization;

namespace Instrumentation.Generator.Parsing.Rules;

/// <summary>Bucket bounds as the exposition writes them: shortest digits, with an exponent outside 1e-04 … 1e+06.</summary>
internal static class BoundText
{
    // Fifteen digits are all that people write, and unlike "R" they are the same on every runtime that compiles.
    public static string Of(double bound) => bound is >= 1e-4 and < 1e6
        ? ((decimal)bound).ToString("0.###############", CultureInfo.InvariantCulture)
        : bound.ToString("0.##############e+00", CultureInfo.InvariantCulture);
}
