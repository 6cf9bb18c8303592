using System.Runtime.CompilerServices;

namespace Instrumentation.Metrics.Labels;

/// <summary>A label whose value comes from a <typeparamref name="T"/>.</summary>
/// <typeparam name="T">An enum, bool or string.</typeparam>
public abstract class Label<T> : Label
{
    private readonly long _first;
    private readonly ulong _dense;

    /// <param name="name">The label's name.</param>
    /// <param name="first">For a value type: the numeric value that has number 0.</param>
    /// <param name="dense">How many consecutive numeric values have consecutive numbers from there. 0 leaves all to <see cref="Find"/>.</param>
    private protected Label(string name, long first, int dense)
        : base(name)
    {
        _first = first;
        _dense = (ulong)dense;
    }

    /// <summary>The number of a value. Takes no lock; allocates nothing for a value seen before.</summary>
    /// <param name="value">The value.</param>
    /// <returns>A number from 0 to <see cref="Label.Count"/> − 1.</returns>
    /// <remarks>For enums without gaps and bools this is a subtraction and a comparison; the virtual call is left to the rest.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int IndexOf(T value)
    {
        if (!RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            var offset = (ulong)(Numeric(value) - _first);
            if (offset < _dense)
            {
                return (int)offset;
            }
        }

        return Find(value);
    }

    /// <summary>The value of an enum member or bool as a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected static long Numeric(T value) => Unsafe.SizeOf<T>() switch
    {
        1 => Unsafe.As<T, sbyte>(ref value),
        2 => Unsafe.As<T, short>(ref value),
        4 => Unsafe.As<T, int>(ref value),
        8 => Unsafe.As<T, long>(ref value),
        _ => 0,
    };

    private protected abstract int Find(T value);
}
