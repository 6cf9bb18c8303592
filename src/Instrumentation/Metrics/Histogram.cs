using System.Runtime.CompilerServices;

namespace Instrumentation.Metrics;

/// <summary>A distribution: how many observations fell in each of its buckets, and their sum.</summary>
public sealed class Histogram : HistogramFamily
{
    internal Histogram(InstrumentSetup setup)
        : base(setup)
    {
    }

    /// <summary>Counts an observation. NaN and infinities are ignored and counted by <c>instrumentation_rejected_values_total</c>.</summary>
    /// <param name="number">What was observed, in the metric's unit.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Observe(double number) => ObserveCore(0, number);
}
