namespace Instrumentation.PromQL.Histograms;

/// <summary>Where buckets begin and end (getBound in model/histogram/generic.go).</summary>
internal static class HistogramBounds
{
    /// <summary>The schema of histograms that bring their own bounds.</summary>
    public const int CustomSchema = -53;

    // Beyond this exponent of two a double is infinite.
    private const int LargestExponent = 1024;

    /// <summary>The upper bound of a positive bucket.</summary>
    public static double Upper(int index, int schema, ReadOnlySpan<double> custom)
    {
        if (schema == CustomSchema)
        {
            return index < 0 ? double.NegativeInfinity : index >= custom.Length ? double.PositiveInfinity : custom[index];
        }

        if (schema <= 0)
        {
            var exponent = (long)index << -schema;
            return exponent == LargestExponent ? double.MaxValue : Math.ScaleB(1, (int)Math.Clamp(exponent, -5000, 5000));
        }

        var part = index & ((1 << schema) - 1);
        var whole = index >> schema;
        return part == 0 && whole == LargestExponent
            ? double.MaxValue
            : Math.ScaleB(Math.Pow(2, (double)part / (1 << schema)), whole);
    }

    /// <summary>The bucket of a lower resolution that a bucket lies in.</summary>
    public static int Reduce(int index, int from, int to) => ((index - 1) >> (from - to)) + 1;
}
