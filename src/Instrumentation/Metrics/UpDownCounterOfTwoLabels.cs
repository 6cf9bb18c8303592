using System.Runtime.CompilerServices;
using Instrumentation.Metrics.Labels;

namespace Instrumentation.Metrics;

/// <summary>A number that is added to and taken from with two labels.</summary>
/// <typeparam name="T1">What the first label's value comes from.</typeparam>
/// <typeparam name="T2">What the second label's value comes from.</typeparam>
public sealed class UpDownCounter<T1, T2> : UpDownCounterFamily
{
    private readonly LabelIndex<T1> _first;
    private readonly LabelIndex<T2> _second;
    private readonly int _secondCount;

    internal UpDownCounter(InstrumentSetup setup)
        : base(setup)
    {
        _first = ((Label<T1>)setup.Labels[0]).Index;
        _second = ((Label<T2>)setup.Labels[1]).Index;
        _secondCount = setup.Labels[1].Count;
    }

    /// <summary>Adds one.</summary>
    /// <param name="first">The first label's value.</param>
    /// <param name="second">The second label's value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Increment(T1 first, T2 second) => AddCore(SeriesOf(first, second), 1);

    /// <summary>Takes one away.</summary>
    /// <param name="first">The first label's value.</param>
    /// <param name="second">The second label's value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Decrement(T1 first, T2 second) => AddCore(SeriesOf(first, second), -1);

    /// <summary>Adds a whole number.</summary>
    /// <param name="amount">How much; may be negative.</param>
    /// <param name="first">The first label's value.</param>
    /// <param name="second">The second label's value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(long amount, T1 first, T2 second) => AddCore(SeriesOf(first, second), amount);

    /// <summary>Adds a number. One that is not finite is ignored and counted by <c>instrumentation_rejected_values_total</c>.</summary>
    /// <param name="amount">How much; may be negative.</param>
    /// <param name="first">The first label's value.</param>
    /// <param name="second">The second label's value.</param>
    public void Add(double amount, T1 first, T2 second) => AddChecked(SeriesOf(first, second), amount);

    /// <summary>Removes a series: it is left out of snapshots from the next one on, until it is recorded again, from 0.</summary>
    /// <param name="first">The first label's value.</param>
    /// <param name="second">The second label's value.</param>
    /// <returns>Whether there can be such a series; false for a value that never came along, or was removed before.</returns>
    public bool Remove(T1 first, T2 second)
    {
        var one = _first.Peek(first);
        var two = _second.Peek(second);
        if (one < 0 || two < 0)
        {
            return false;
        }

        RemoveAt((one * _secondCount) + two);
        return true;
    }

    /// <summary>The number of the series with these label values.</summary>
    /// <param name="first">The first label's value.</param>
    /// <param name="second">The second label's value.</param>
    /// <returns>The number, to be used with the members that take one.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int SeriesOf(T1 first, T2 second) => (_first.Of(first) * _secondCount) + _second.Of(second);
}
