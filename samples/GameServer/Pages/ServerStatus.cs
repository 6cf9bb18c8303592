using GameServer.Matches;
using GameServer.Matchmaking;
using GameServer.Players;
using Instrumentation;
using Instrumentation.Alerting.Lifecycle;

namespace GameServer.Pages;

/// <summary>What the status page shows. Times are in seconds.</summary>
public sealed record ServerStatus(
    double Uptime,
    int Players,
    int Waiting,
    int TickRate,
    GameCounts Counts,
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

/// <summary>What has happened since the start.</summary>
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
    long MatchesFinished);

/// <summary>Bytes and shares of 1; null is not known yet.</summary>
public sealed record ProcessStatus(
    double? Memory,
    double? Processor,
    double? CacheHitRate,
    double? DeliverySuccessRate,
    double? ConnectionHealth,
    double? GamesPerHour);

/// <summary>One region. Round trips are since the start: their time together in seconds, and how many.</summary>
public sealed record RegionStatus(string Name, long Players, double RoundTripTime, long RoundTrips, double? PacketLoss, double? DropRate);

public sealed record WeaponStatus(string Name, long Shots, long Hits, long Kills);

public sealed record MatchStatus(
    int Id,
    GameMode Mode,
    Region Region,
    double Time,
    int Score,
    int ScoreLimit,
    string Leader,
    int Players,
    int Connected);

/// <summary>
/// One monitored operation since the start. <see cref="Counts"/> has one place more than <see cref="Bounds"/>, for the calls above all
/// bounds.
/// </summary>
public sealed record OperationStatus(
    string Name,
    IReadOnlyList<double> Bounds,
    IReadOnlyList<long> Counts,
    long Failures,
    long Cancellations,
    long InFlight);
