namespace Instrumentation.PromQL.Storage;

/// <summary>Blocks of one store: counts those in use, and keeps some of those given back, so that a steady state allocates none.</summary>
internal sealed class BlockPool(long mostBytes)
{
    private const int MostFree = 1024;
    private long _retention;
    private readonly Stack<SampleBlock> _free = new();
    private readonly Lock _lock = new();
    private long _used;

    /// <summary>What the blocks in use take up.</summary>
    public long UsedBytes => Volatile.Read(ref _used) * SampleBlock.Bytes;

    /// <summary>How long samples are kept, in milliseconds.</summary>
    public long Retention
    {
        get => Volatile.Read(ref _retention);
        set => Volatile.Write(ref _retention, value);
    }

    public bool IsOverBudget => UsedBytes > mostBytes;

    public SampleBlock Take()
    {
        Interlocked.Increment(ref _used);
        lock (_lock)
        {
            return _free.TryPop(out var block) ? block : new SampleBlock();
        }
    }

    public void Give(SampleBlock block)
    {
        Interlocked.Decrement(ref _used);
        block.Clear();
        lock (_lock)
        {
            if (_free.Count < MostFree)
            {
                _free.Push(block);
            }
        }
    }
}
