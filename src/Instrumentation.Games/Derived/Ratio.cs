namespace Instrumentation.Games.Derived;

internal static class Ratio
{
    /// <summary>A part of a whole, or NaN when there is no whole. NaN compares false with every threshold.</summary>
    internal static double Of(double part, double whole) => whole == 0 ? double.NaN : part / whole;
}
