using System.Runtime.CompilerServices;
using Instrumentation.Metrics.Labels;

namespace Instrumentation.Metrics;

/// <summary>A number that is added to and taken from with one label.</summary>
/// <typeparam name="T">What the label's value comes from.</typeparam>
public sealed class UpDownCounter<T> : UpDownCounterFamily
{
    private readonly LabelIndex<T> _label;

    internal UpDownCounter(InstrumentSetup setup)
        : base(setup)
    {
        _label = ((Label<T>)setup.Labels[0]).Index;
    }

    /// <summary>Adds one.</summary>
    /// <param name="value">The label's value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Increment(T value) => AddCore(SeriesOf(value), 1);

    /// <summary>Takes one away.</summary>
    /// <param name="value">The label's value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Decrement(T value) => AddCore(SeriesOf(value), -1);

    /// <summary>Adds a whole number.</summary>
    /// <param name="amount">How much; may be negative.</param>
    /// <param name="value">The label's value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(long amount, T value) => AddCore(SeriesOf(value), amount);

    /// <summary>Adds a number. One that is not finite is ignored and counted by <c>instrumentation_rejected_values_total</c>.</summary>
    /// <param name="amount">How much; may be negative.</param>
    /// <param name="value">The label's value.</param>
    public void Add(double amount, T value) => AddChecked(SeriesOf(value), amount);

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
