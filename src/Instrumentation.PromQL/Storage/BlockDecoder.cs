namespace Instrumentation.PromQL.Storage;

/// <summary>Reads a block's samples.</summary>
internal static class BlockDecoder
{
    /// <summary>Appends the samples of (after, until].</summary>
    public static void Read(SampleBlock block, long after, long until, SampleBuffer buffer)
    {
        var reader = new BitReader(block.Words);
        var time = (long)reader.Read(64);
        var value = reader.Read(64);
        var distance = 0L;
        var (leading, length) = (0, 0);
        for (var i = 0; ; i++)
        {
            if (time > until)
            {
                return;
            }

            if (time > after)
            {
                buffer.Add(time, BitConverter.Int64BitsToDouble((long)value));
            }

            if (i + 1 == block.Count)
            {
                return;
            }

            distance += ReadChange(ref reader);
            time += distance;
            value ^= ReadDifference(ref reader, ref leading, ref length);
        }
    }

    private static long ReadChange(ref BitReader reader)
    {
        var prefix = reader.ReadOnes(BlockEncoder.ChangeBits.Length - 1);
        if (prefix == 0)
        {
            return 0;
        }

        var zigzag = reader.Read(BlockEncoder.ChangeBits[prefix]);
        return (long)(zigzag >> 1) ^ -(long)(zigzag & 1);
    }

    private static ulong ReadDifference(ref BitReader reader, ref int leading, ref int length)
    {
        if (reader.Read(1) == 0)
        {
            return 0;
        }

        if (reader.Read(1) == 1)
        {
            leading = (int)reader.Read(5);
            length = (int)reader.Read(6) + 1;
        }

        return reader.Read(length) << (64 - leading - length);
    }
}
