namespace Instrumentation.PromQL.Storage;

/// <summary>Appends bits to words; the highest bit of a word comes first.</summary>
internal ref struct BitWriter(Span<ulong> words, int position)
{
    private readonly Span<ulong> _words = words;

    /// <summary>How many bits are written.</summary>
    public int Position { get; private set; } = position;

    /// <summary>Appends the lowest bits of a value.</summary>
    /// <param name="value">The value; bits above <paramref name="count"/> must be 0.</param>
    /// <param name="count">1 to 64.</param>
    public void Write(ulong value, int count)
    {
        var word = Position >> 6;
        var free = 64 - (Position & 63);
        if (count <= free)
        {
            _words[word] |= value << (free - count);
        }
        else
        {
            _words[word] |= value >> (count - free);
            _words[word + 1] |= value << (64 - (count - free));
        }

        Position += count;
    }
}
