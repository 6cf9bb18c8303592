using Instrumentation.Generator.Parsing.Metrics;

namespace Instrumentation.Analyzers.Naming;

/// <summary>Finds bounds of buckets that are plainly in another unit than the metric's name says.</summary>
internal static class BucketUnits
{
    /// <summary>Words of what lasts as long as people do something, where thousands of seconds are in order.</summary>
    private static readonly HashSet<string> s_long =
    [
        "session", "match", "game", "round", "play", "playtime", "uptime", "age", "lifetime", "queue", "wait", "waiting", "matchmaking", "lobby", "idle", "job", "batch", "backup", "build", "deployment", "life",
        "online", "campaign", "mission", "quest", "lease", "ttl", "expiry",
    ];

    /// <summary>What the bounds look like, and what to divide them by where that is plain; null when they may be right.</summary>
    internal static (string Looks, double? Divisor)? FindWrong(string name, IReadOnlyList<double> bounds)
    {
        if (bounds.Count == 0 || bounds.Any(static bound => double.IsNaN(bound) || double.IsInfinity(bound)))
        {
            return null;
        }

        var (least, greatest) = (bounds.Min(), bounds.Max());
        var unit = MetricUnit.OfName(name)?.Name;
        return unit switch
        {
            // Bounds that people choose in seconds are beyond a minute mostly whole minutes.
            "seconds" when least >= 0.5 && greatest >= 500 && bounds.All(static bound => bound % 60 != 0) && !name.Split('_').Any(s_long.Contains) =>
                ("milliseconds", 1_000),
            "milliseconds" when greatest <= 10 && least < 0.05 => ("seconds", null),
            "ratio" when greatest > 10 => ("percent", 100),
            "bytes" when least is > 0 and < 1 => ("kilobytes or megabytes", null),
            _ => null,
        };
    }
}
