using System.Runtime.CompilerServices;

namespace Instrumentation.Metrics.Families;

/// <summary>
/// Finds the bucket of a number: by its exponent and the first two bits of its mantissa in a small table, then by a step or two along the bounds.
/// </summary>
internal readonly struct DoubleBuckets
{
    /// <summary>Drops all of a double but sign, exponent and two bits of mantissa. Positive doubles order as their bits do.</summary>
    private const int Shift = 50;

    private readonly double[] _upper;
    private readonly ushort[] _start;
    private readonly int _firstKey;

    /// <param name="upper">Ascending bounds, the last +Inf: the search needs no check for the end.</param>
    internal DoubleBuckets(double[] upper)
    {
        _upper = upper;
        var positive = Array.FindIndex(upper, static bound => bound > 0);
        _firstKey = Key(upper[positive]);
        var lastKey = upper.Length > 1 && upper[^2] > 0 ? Key(upper[^2]) : _firstKey;

        // One key below the first and one above the last: what is beyond has the same answer.
        _firstKey--;
        _start = new ushort[lastKey + 1 - _firstKey + 1];
        for (var i = 1; i < _start.Length; i++)
        {
            var smallest = BitConverter.Int64BitsToDouble((long)(_firstKey + i) << Shift);
            _start[i] = (ushort)(double.IsNaN(smallest) ? upper.Length - 1 : Array.FindIndex(upper, bound => bound >= smallest));
        }
    }

    /// <summary>The first bucket whose bound is at least the number.</summary>
    /// <param name="value">Any number but NaN.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int IndexOf(double value)
    {
        var start = _start;
        var upper = _upper;

        // A negative number has a negative key and, like any below the table, starts at the first bucket.
        var bucket = (int)start[Math.Min(Math.Max(Key(value) - _firstKey, 0), start.Length - 1)];
        while (value > upper[bucket])
        {
            bucket++;
        }

        return bucket;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Key(double value) => (int)(BitConverter.DoubleToInt64Bits(value) >> Shift);
}
