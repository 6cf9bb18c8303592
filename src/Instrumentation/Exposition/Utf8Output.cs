using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Instrumentation.Exposition;

/// <summary>Text going into a buffer writer, with one check for room per line.</summary>
internal ref struct Utf8Output(IBufferWriter<byte> writer)
{
    /// <summary>More than any number takes: 17 digits, sign, point and exponent, or 20 digits.</summary>
    internal const int LongestNumber = 32;

    private const int Piece = 16 * 1024;
    private Span<byte> _buffer;
    private int _used;
    private int _written;

    /// <summary>Bytes written so far.</summary>
    internal readonly int Length => _written + _used;

    /// <summary>Makes room for that many bytes, to be filled by the members that follow without another check for room.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Reserve(int length)
    {
        if (_buffer.Length - _used < length)
        {
            Renew(length);
        }
    }

    /// <summary>The place of the next byte, for <see cref="Since"/>.</summary>
    internal readonly int Mark() => _used;

    /// <summary>What was written since a mark. Valid until room is reserved again.</summary>
    internal readonly ReadOnlySpan<byte> Since(int mark) => _buffer[mark.._used];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Append(ReadOnlySpan<byte> text)
    {
        text.CopyTo(_buffer[_used..]);
        _used += text.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Append(byte character) => _buffer[_used++] = character;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Append(long number)
    {
        if ((ulong)number < 10)
        {
            _buffer[_used++] = (byte)('0' + number);
            return;
        }

        Utf8Formatter.TryFormat(number, _buffer[_used..], out var length);
        _used += length;
    }

    internal void Append(double number)
    {
        // Whole numbers are most values there are, and are written ten times as fast as integers. Not −0, which would lose its sign.
        var whole = (long)number;
        if (whole == number && Math.Abs(number) < 1e15 && (whole != 0 || !double.IsNegative(number)))
        {
            Append(whole);
        }
        else if (double.IsFinite(number))
        {
            number.TryFormat(_buffer[_used..], out var length, default, CultureInfo.InvariantCulture);
            _used += length;
        }
        else
        {
            Append(double.IsNaN(number) ? "NaN"u8 : number > 0 ? "+Inf"u8 : "-Inf"u8);
        }
    }

    internal void Flush()
    {
        writer.Advance(_used);
        _written += _used;
        _used = 0;
        _buffer = default;
    }

    private void Renew(int length)
    {
        if (_used > 0)
        {
            Flush();
        }

        _buffer = writer.GetSpan(Math.Max(length, Piece));
    }
}
