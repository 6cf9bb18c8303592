using System.Runtime.CompilerServices;

namespace Instrumentation.Metrics.Labels;

/// <summary>
/// The fast half of <see cref="Label{T}.IndexOf"/>, held in the instrument itself: enums without gaps and bools are numbered without touching the label.
/// </summary>
internal readonly struct LabelIndex<T>
{
    private readonly long _first;
    private readonly ulong _dense;
    private readonly Label<T> _label;

    /// <param name="label">The label.</param>
    /// <param name="first">For a value type: the numeric value that has number 0.</param>
    /// <param name="dense">How many consecutive numeric values have consecutive numbers from there.</param>
    internal LabelIndex(Label<T> label, long first, int dense)
    {
        _label = label;
        _first = first;
        _dense = (ulong)dense;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Of(T value)
    {
        if (!RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            var offset = (ulong)(Numeric(value) - _first);
            if (offset < _dense)
            {
                return (int)offset;
            }
        }

        return _label.Find(value);
    }

    /// <summary>As <see cref="Of"/>, but −1 for a value that has no number yet.</summary>
    internal int Peek(T value) => _label.Peek(value);

    /// <summary>The value of an enum member or bool as a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static long Numeric(T value) => Unsafe.SizeOf<T>() switch
    {
        1 => Unsafe.BitCast<T, sbyte>(value),
        2 => Unsafe.BitCast<T, short>(value),
        4 => Unsafe.BitCast<T, int>(value),
        8 => Unsafe.BitCast<T, long>(value),
        _ => 0,
    };
}
