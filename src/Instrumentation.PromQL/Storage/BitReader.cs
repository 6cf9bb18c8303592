namespace Instrumentation.PromQL.Storage;

/// <summary>Reads what <see cref="BitWriter"/> wrote.</summary>
internal ref struct BitReader(ReadOnlySpan<ulong> words)
{
    private readonly ReadOnlySpan<ulong> _words = words;
    private int _position;

    /// <summary>Reads 1 to 64 bits.</summary>
    public ulong Read(int count)
    {
        var word = _position >> 6;
        var left = 64 - (_position & 63);
        var bits = _words[word] << (64 - left);
        if (count > left)
        {
            bits |= _words[word + 1] >> left;
        }

        _position += count;
        return bits >> (64 - count);
    }

    /// <summary>Counts ones up to a zero or a maximum.</summary>
    public int ReadOnes(int most)
    {
        var ones = 0;
        while (ones < most && Read(1) == 1)
        {
            ones++;
        }

        return ones;
    }
}
