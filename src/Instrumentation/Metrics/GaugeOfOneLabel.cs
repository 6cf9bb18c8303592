using System.Runtime.CompilerServices;
using Instrumentation.Metrics.Labels;

namespace Instrumentation.Metrics;

/// <summary>A gauge with one label.</summary>
/// <typeparam name="T">What the label's value comes from.</typeparam>
public sealed class Gauge<T> : GaugeFamily
{
    private readonly LabelIndex<T> _label;

    internal Gauge(InstrumentSetup setup)
        : base(setup)
    {
        _label = ((Label<T>)setup.Labels[0]).Index;
    }

    /// <summary>Sets the value. The last write wins.</summary>
    /// <param name="number">The new value. NaN and infinities are shown as they are.</param>
    /// <param name="value">The label's value.</param>
    public void Set(double number, T value) => SetCore(SeriesOf(value), number);

    /// <summary>Adds to the value, atomically.</summary>
    /// <param name="amount">How much; may be negative.</param>
    /// <param name="value">The label's value.</param>
    public void Add(double amount, T value) => AddCore(SeriesOf(value), amount);

    /// <summary>Removes a series: it is left out of snapshots from the next one on, until it is recorded again.</summary>
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
