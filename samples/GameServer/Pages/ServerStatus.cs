using GameServer.Matches;
using GameServer.Matchmaking;
using GameServer.Players;

namespace GameServer.Pages;

/// <summary>What the status page shows. Times are in seconds.</summary>
public sealed record ServerStatus(
    double Uptime,
    int Players,
    int Waiting,
    int TickRate,
    IReadOnlyDictionary<GameEvent, long> Counts,
    IReadOnlyList<MatchStatus> Matches,
    IReadOnlyList<OperationStatus> Operations,
    IReadOnlyList<PlayerProfile> Leaders);

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
