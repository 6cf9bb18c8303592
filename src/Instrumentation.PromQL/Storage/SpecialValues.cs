namespace Instrumentation.PromQL.Storage;

/// <summary>Values that are no measurements: NaNs with a payload of their own (model/value/value.go).</summary>
public static class SpecialValues
{
    private const long StaleBits = 0x7ff0000000000002;

    /// <summary>Says that a series has ended at this time.</summary>
    public static double Stale { get; } = BitConverter.Int64BitsToDouble(StaleBits);

    /// <summary>Whether the value is the stale marker, which no other NaN is.</summary>
    /// <param name="value">A sample's value.</param>
    public static bool IsStale(double value) => BitConverter.DoubleToInt64Bits(value) == StaleBits;
}
