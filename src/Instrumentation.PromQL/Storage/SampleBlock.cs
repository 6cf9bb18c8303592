namespace Instrumentation.PromQL.Storage;

/// <summary>A fixed piece of memory with compressed samples in order of time.</summary>
internal sealed class SampleBlock
{
    /// <summary>Memory of a block in words of 8 bytes.</summary>
    public const int WordCount = 64;

    /// <summary>What a block takes up, headers included.</summary>
    public const int Bytes = (WordCount * sizeof(ulong)) + 80;

    private readonly ulong[] _words = new ulong[WordCount];

    public Span<ulong> Words => _words;

    /// <summary>How many bits are in use.</summary>
    public int BitLength { get; set; }

    public int Count { get; set; }

    public long FirstTime { get; set; }

    public long LastTime { get; set; }

    /// <summary>Moves all samples in time: the first is held in full at the very start, and the others by their distances.</summary>
    public void Shift(long milliseconds)
    {
        FirstTime += milliseconds;
        LastTime += milliseconds;
        _words[0] = (ulong)FirstTime;
    }

    public void Clear()
    {
        Array.Clear(_words);
        (BitLength, Count, FirstTime, LastTime) = (0, 0, 0, 0);
    }
}
