using Instrumentation.Games.Derived;

namespace Instrumentation.Games.Database;

/// <summary>How full a pool of database connections is now.</summary>
public readonly record struct ConnectionPool
{
    /// <summary>The pool: <c>main</c>, <c>replica</c>.</summary>
    public string? PoolType { get; init; }

    /// <summary>The most connections it holds.</summary>
    public required int Size { get; init; }

    /// <summary>The connections that are in use.</summary>
    public required int InUse { get; init; }

    /// <summary>The connections that are open and not in use.</summary>
    public required int Idle { get; init; }

    /// <summary>Records it. May be called from any thread; allocates nothing.</summary>
    public void Record()
    {
        DatabaseMetrics.PoolSize(PoolType, Size);
        DatabaseMetrics.Open(PoolType, InUse + Idle);
        DatabaseMetrics.InUse(PoolType, InUse);
        DatabaseMetrics.Idle(PoolType, Idle);
        DatabaseMetrics.Utilization(PoolType, Ratio.Of(InUse, Size));
    }
}
