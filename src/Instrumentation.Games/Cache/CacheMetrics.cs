using Instrumentation.Games.Derived;

namespace Instrumentation.Games.Cache;

/// <summary>What is measured of caches.</summary>
public static partial class CacheMetrics
{
    private static readonly LabelledRatio s_hitRate = new("game_cache_hit_rate", Limits.Caches, Windows.Short, HitRate);

    /// <summary>Counts a lookup. May be called from any thread; allocates nothing.</summary>
    /// <param name="cacheType">The cache: <c>player_data</c>, <c>profiles</c>.</param>
    /// <param name="hit">Whether it was there.</param>
    public static void Lookup(string? cacheType, bool hit)
    {
        if (hit)
        {
            Hits(cacheType, 1);
        }
        else
        {
            Misses(cacheType, 1);
        }

        s_hitRate.Count(cacheType, hit ? 1 : 0, 1);
    }

    /// <summary>Adds lookups that somebody else counted, such as a database of its own buffers. May be called from any thread; allocates nothing.</summary>
    /// <param name="cacheType">The cache.</param>
    /// <param name="hits">Those that found what they looked for, since this was last called; at least 0.</param>
    /// <param name="misses">Those that did not; at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public static void Lookups(string? cacheType, long hits, long misses)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfNegative(misses);
        Hits(cacheType, hits);
        Misses(cacheType, misses);
        s_hitRate.Count(cacheType, hits, hits + misses);
    }

    /// <summary>Sets how much memory a cache takes.</summary>
    [GameMetric(MetricKind.Gauge, "cache_memory_usage_bytes", Help = "Memory that a cache takes.")]
    public static partial void Memory([MetricLabel(Limit = Limits.Caches)] string? cacheType, long bytes);

    [GameMetric(MetricKind.Counter, "cache_hits_total", Help = "Lookups that found what they looked for.")]
    private static partial void Hits([MetricLabel(Limit = Limits.Caches)] string? cacheType, long lookups);

    [GameMetric(MetricKind.Counter, "cache_misses_total", Help = "Lookups that did not find what they looked for.")]
    private static partial void Misses([MetricLabel(Limit = Limits.Caches)] string? cacheType, long lookups);

    [GameMetric(
        MetricKind.Gauge,
        "cache_hit_rate",
        Help = "Of the lookups of the last 5 minutes, the share that found what they looked for; NaN when there was none.")]
    private static partial void HitRate([MetricLabel(Limit = Limits.Caches)] string? cacheType, double ratio);
}
