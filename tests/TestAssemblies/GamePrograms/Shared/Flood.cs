using Instrumentation.Games.Cache;
using Instrumentation.Games.Combat;

namespace GamePrograms;

/// <summary>Far more label values than there is room for.</summary>
public static class Flood
{
    public static void Record()
    {
        for (var i = 0; i < 10_000; i++)
        {
            CacheMetrics.Lookup($"cache-{i}", hit: i % 4 == 0);
            CombatMetrics.WeaponSwitch($"from-{i}", $"to-{i}", TimeSpan.FromMilliseconds(1));
        }
    }
}
