using System.Numerics;

namespace Instrumentation.PromQL.Storage;

/// <summary>
/// Compresses samples into a block: times as the change of their distance, values as the bits that differ from the one before, after
/// "Gorilla: A Fast, Scalable, In-Memory Time Series Database" (Pelkonen et al., VLDB 2015).
/// </summary>
internal struct BlockEncoder
{
    /// <summary>The most bits that one sample takes: a full time with its prefix, and a full value with its header.</summary>
    private const int LargestSample = 4 + 64 + 2 + 5 + 6 + 64;

    /// <summary>The most samples of a block: a block is read from its start, and that should not take long.</summary>
    private const int MostSamples = 256;

    private const int NoWindow = 0xFF;

    /// <summary>Widths of the change of distance by the number of ones before it; 0 bits mean no change.</summary>
    internal static readonly int[] ChangeBits = [0, 7, 14, 24, 64];

    private long _distance;
    private ulong _value;
    private int _leading;
    private int _trailing;

    /// <summary>Appends a sample.</summary>
    /// <returns>False if the block is full.</returns>
    public bool TryAppend(SampleBlock block, long time, double value)
    {
        var bits = (ulong)BitConverter.DoubleToInt64Bits(value);
        if (block.Count >= MostSamples || block.BitLength + LargestSample > SampleBlock.WordCount * 64)
        {
            return false;
        }

        var writer = new BitWriter(block.Words, block.BitLength);
        if (block.Count == 0)
        {
            writer.Write((ulong)time, 64);
            writer.Write(bits, 64);
            block.FirstTime = time;
            (_distance, _leading) = (0, NoWindow);
        }
        else
        {
            var distance = time - block.LastTime;
            WriteChange(ref writer, distance - _distance);
            WriteValue(ref writer, bits ^ _value);
            _distance = distance;
        }

        _value = bits;
        block.BitLength = writer.Position;
        block.LastTime = time;
        block.Count++;
        return true;
    }

    private static void WriteChange(ref BitWriter writer, long change)
    {
        var zigzag = (ulong)((change << 1) ^ (change >> 63));
        var width = 64 - BitOperations.LeadingZeroCount(zigzag);
        var prefix = 0;
        while (ChangeBits[prefix] < width)
        {
            prefix++;
        }

        // Ones up to the class, then a zero; the last class needs none.
        var last = ChangeBits.Length - 1;
        writer.Write(prefix == last ? (1UL << prefix) - 1 : ((1UL << prefix) - 1) << 1, Math.Min(prefix + 1, last));
        if (prefix > 0)
        {
            writer.Write(zigzag, ChangeBits[prefix]);
        }
    }

    private void WriteValue(ref BitWriter writer, ulong difference)
    {
        if (difference == 0)
        {
            writer.Write(0, 1);
            return;
        }

        var leading = Math.Min(31, BitOperations.LeadingZeroCount(difference));
        var trailing = BitOperations.TrailingZeroCount(difference);
        if (_leading != NoWindow && leading >= _leading && trailing >= _trailing)
        {
            writer.Write(0b10, 2);
            writer.Write(difference >> _trailing, 64 - _leading - _trailing);
            return;
        }

        (_leading, _trailing) = (leading, trailing);
        var length = 64 - leading - trailing;
        writer.Write(0b11, 2);
        writer.Write((ulong)leading, 5);
        writer.Write((ulong)(length - 1), 6);
        writer.Write(difference >> trailing, length);
    }
}
