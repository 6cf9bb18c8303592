using GameServer.Matches;
using GameServer.Players;
using Instrumentation;
using Instrumentation.Alerting.Lifecycle;

namespace GameServer.Pages;

/// <summary>What the status page shows. Times are in seconds.</summary>
/// <param name="Uptime">Since the start.</param>
/// <param name="Players">Signed in, whether connected or not.</param>
/// <param name="Waiting">How many of them wait for a match.</param>
/// <param name="TickRate">Ticks a second of each match.</param>
/// <param name="Counts">What has happened since the start.</param>
/// <param name="Window">How far <paramref name="Recent"/> and the calls of <paramref name="Operations"/> look back.</param>
/// <param name="Recent">What has happened within the window.</param>
/// <param name="Process">How the process is.</param>
/// <param name="Regions">How players of each region are connected.</param>
/// <param name="Weapons">What is shot with.</param>
/// <param name="Matches">The matches that are on.</param>
/// <param name="Operations">The monitored operations.</param>
/// <param name="AlertRules">How many rules there are.</param>
/// <param name="Alerts">Those that are pending or firing.</param>
/// <param name="Leaders">The best players.</param>
public sealed record ServerStatus(
    double Uptime,
    int Players,
    int Waiting,
    int TickRate,
    GameCounts Counts,
    double Window,
    GameCounts Recent,
    ProcessStatus Process,
    IReadOnlyList<RegionStatus> Regions,
    IReadOnlyList<WeaponStatus> Weapons,
    IReadOnlyList<MatchStatus> Matches,
    IReadOnlyList<OperationStatus> Operations,
    int AlertRules,
    IReadOnlyList<AlertStatus> Alerts,
    IReadOnlyList<PlayerProfile> Leaders);

/// <summary>An alert that is pending or firing, and for how long in seconds.</summary>
public sealed record AlertStatus(string Name, AlertSeverity Severity, AlertState State, double Age, string Summary, string Labels);

/// <summary>How often what has happened.</summary>
public sealed record GameCounts(
    long Commands,
    long RefusedCommands,
    long Ticks,
    long LateTicks,
    long Shots,
    long Hits,
    long Kills,
    long DropOuts,
    long Resumed,
    long MatchesStarted,
    long MatchesFinished)
{
    /// <summary>What has happened from then to now.</summary>
    public static GameCounts operator -(GameCounts now, GameCounts then) => new(
        now.Commands - then.Commands,
        now.RefusedCommands - then.RefusedCommands,
        now.Ticks - then.Ticks,
        now.LateTicks - then.LateTicks,
        now.Shots - then.Shots,
        now.Hits - then.Hits,
        now.Kills - then.Kills,
        now.DropOuts - then.DropOuts,
        now.Resumed - then.Resumed,
        now.MatchesStarted - then.MatchesStarted,
        now.MatchesFinished - then.MatchesFinished);
}

/// <summary>Bytes and shares of 1; null is not known yet.</summary>
public sealed record ProcessStatus(
    double? Memory,
    double? Processor,
    double? CacheHitRate,
    double? DeliverySuccessRate,
    double? ConnectionHealth,
    double? GamesPerHour);

/// <summary>One region, and its last five minutes: the time of all round trips together in seconds, how many there were, and shares of 1; null is not known yet.</summary>
public sealed record RegionStatus(string Name, long Players, double RoundTripTime, long RoundTrips, double? PacketLoss, double? DropRate)
{
    /// <summary>With the round trips from then to now.</summary>
    public RegionStatus Since(RegionStatus? then) => this with
    {
        RoundTripTime = RoundTripTime - (then?.RoundTripTime ?? 0),
        RoundTrips = RoundTrips - (then?.RoundTrips ?? 0),
    };
}

public sealed record WeaponStatus(string Name, long Shots, long Hits, long Kills);

public sealed record MatchStatus(
    int Id,
    GameMode Mode,
    string Region,
    double Time,
    int Score,
    int ScoreLimit,
    string Leader,
    int Players,
    int Connected);

/// <summary>
/// One monitored operation: its calls within the window, its failures and cancellations since the start. <see cref="Counts"/> has one place more than
/// <see cref="Bounds"/>, for the calls above all bounds.
/// </summary>
public sealed record OperationStatus(
    string Name,
    IReadOnlyList<double> Bounds,
    IReadOnlyList<long> Counts,
    long Failures,
    long Cancellations,
    long InFlight)
{
    /// <summary>With the calls from then to now.</summary>
    public OperationStatus Since(OperationStatus? then) =>
        then is null ? this : this with { Counts = [.. Counts.Zip(then.Counts, (after, before) => after - before)] };
}
