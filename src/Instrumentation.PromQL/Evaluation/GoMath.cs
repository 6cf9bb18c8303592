namespace Instrumentation.PromQL.Evaluation;

/// <summary>Functions whose corner cases differ between Go's math package and .NET's.</summary>
internal static class GoMath
{
    /// <summary>Infinity wins even over NaN.</summary>
    public static double Max(double a, double b) =>
        double.IsPositiveInfinity(a) || double.IsPositiveInfinity(b) ? double.PositiveInfinity : Math.Max(a, b);

    /// <summary>Negative infinity wins even over NaN.</summary>
    public static double Min(double a, double b) =>
        double.IsNegativeInfinity(a) || double.IsNegativeInfinity(b) ? double.NegativeInfinity : Math.Min(a, b);

    /// <summary>A double as int64 the way amd64 converts: what does not fit becomes the smallest number, where .NET would saturate.</summary>
    public static long ToInt64(double value) => value is >= -9223372036854775808.0 and < 9223372036854775808.0 ? (long)value : long.MinValue;
}
