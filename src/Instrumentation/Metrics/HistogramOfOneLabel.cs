using System.Runtime.CompilerServices;
using Instrumentation.Metrics.Labels;

namespace Instrumentation.Metrics;

/// <summary>A histogram with one label.</summary>
/// <typeparam name="T">What the label's value comes from.</typeparam>
public sealed class Histogram<T> : HistogramFamily
{
    private readonly LabelIndex<T> _label;

    internal Histogram(InstrumentSetup setup)
        : base(setup)
    {
        _label = ((Label<T>)setup.Labels[0]).Index;
    }

    /// <summary>Counts an observation. NaN and infinities are ignored and counted by <c>instrumentation_rejected_values_total</c>.</summary>
    /// <param name="number">What was observed, in the metric's unit.</param>
    /// <param name="value">The label's value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Observe(double number, T value) => ObserveCore(SeriesOf(value), number);

    /// <summary>Removes a series: it is left out of snapshots from the next one on, until it is recorded again, from 0.</summary>
    /// <param name="value">The label's value.</param>
    /// <returns>Whether there can be such a series; false for a value that never came along, or was removed before.</returns>
    public bool Remove(T value)
    {
        var one = _label.Peek(value);
        if (one < 0)
        {
            return false;
        }

        RemoveAt(one);
        return true;
    }

    /// <summary>The number of the series with these label values.</summary>
    /// <param name="value">The label's value.</param>
    /// <returns>The number, to be used with the members that take one.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int SeriesOf(T value) => _label.Of(value);
}
