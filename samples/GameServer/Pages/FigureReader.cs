using GameServer.Combat;
using GameServer.Matchmaking;
using Instrumentation.Metrics;

namespace GameServer.Pages;

/// <summary>Reads what the game measures of itself, from the same snapshot that <c>/metrics</c> is written from.</summary>
public static class FigureReader
{
    public static GameCounts Counts(MetricsSnapshot snapshot) => new(
        Commands: snapshot.Count("game_responses_total"),
        RefusedCommands: snapshot.Count("game_errors_total", series => series["type"] == "validation_error"),
        Ticks: snapshot.Family("match_tick_seconds")?.Series.Sum(series => series.Count) ?? 0,
        LateTicks: snapshot.Count("match_late_ticks_total"),
        Shots: snapshot.Count("game_combat_shots_total"),
        Hits: snapshot.Count("game_combat_hits_total"),
        Kills: snapshot.Count("game_combat_kills_total"),
        DropOuts: snapshot.Count("drop_outs_total"),
        Resumed: snapshot.Count("sign_ins_total", series => series["outcome"] == "resumed"),
        MatchesStarted: snapshot.Count("game_games_started_total"),
        MatchesFinished: snapshot.Count("game_games_completed_total"));

    public static IReadOnlyList<WeaponStatus> Weapons(MetricsSnapshot snapshot) =>
        [.. Enum.GetValues<WeaponType>().Select(weapon => Describe(snapshot, weapon))];

    public static IReadOnlyList<RegionStatus> Regions(MetricsSnapshot snapshot) =>
        [.. Enum.GetValues<Region>().Select(region => Describe(snapshot, region.ToLabel()))];

    public static ProcessStatus Process(MetricsSnapshot snapshot) => new(
        Memory: snapshot.Value("game_memory_usage_bytes", "type", "rss"),
        Processor: snapshot.Value("game_cpu_usage_ratio"),
        CacheHitRate: snapshot.Value("game_cache_hit_rate", "cache_type", "profiles"),
        DeliverySuccessRate: snapshot.Value("game_message_delivery_success_rate"),
        ConnectionHealth: snapshot.Value("game_connection_health_ratio"),
        GamesPerHour: snapshot.Value("game_games_per_hour"));

    private static WeaponStatus Describe(MetricsSnapshot snapshot, WeaponType weapon)
    {
        bool IsWeapon(MetricSeries series) => series["weapon_type"] == weapon.ToLabel();
        return new WeaponStatus(
            weapon.ToLabel(),
            snapshot.Count("game_combat_shots_total", IsWeapon),
            snapshot.Count("game_combat_hits_total", IsWeapon),
            snapshot.Count("game_combat_kills_total", IsWeapon));
    }

    private static RegionStatus Describe(MetricsSnapshot snapshot, string region)
    {
        var roundTrips = snapshot.Family("game_network_latency_seconds")?.Series.Where(series => series["region"] == region).ToArray() ?? [];
        return new RegionStatus(
            region,
            snapshot.Count("game_concurrent_players", series => series["region"] == region),
            roundTrips.Sum(series => series.Sum),
            roundTrips.Sum(series => series.Count),
            snapshot.Value("game_packet_loss_rate", "region", region),
            snapshot.Value("game_session_drop_rate", "region", region));
    }
}
