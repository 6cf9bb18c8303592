using GameServer.Matches;
using GameServer.Matchmaking;
using GameServer.Persistence;
using GameServer.Players;
using Instrumentation.Monitoring;
using Microsoft.Extensions.Options;

namespace GameServer.Pages;

/// <summary>Puts together what the page and the console show.</summary>
public sealed class StatusReader(
    GameTally tally,
    IMatchHost matches,
    IMatchmaker matchmaker,
    ISessionService sessions,
    ILeaderboard leaderboard,
    OperationReader operations,
    IPerformanceMonitor monitor,
    IOptions<MatchOptions> options)
{
    public async ValueTask<ServerStatus> ReadAsync(CancellationToken cancellationToken) => new(
        monitor.GetSnapshot().Uptime.TotalSeconds,
        sessions.Count,
        matchmaker.Waiting,
        options.Value.TickRate,
        Enum.GetValues<GameEvent>().ToDictionary(gameEvent => gameEvent, gameEvent => tally[gameEvent]),
        [.. matches.Live.OrderBy(match => match.Id).Select(Describe)],
        operations.Read(),
        await TopAsync(cancellationToken));

    private MatchStatus Describe(Match match)
    {
        var leader = match.Fighters.MaxBy(match.ScoreOf)!;
        return new MatchStatus(
            match.Id,
            match.Mode,
            match.Region,
            match.Tick * options.Value.TickLength.TotalSeconds,
            match.ScoreOf(leader),
            match.ScoreLimit,
            leader.Name,
            match.Fighters.Count,
            match.Fighters.Count(fighter => fighter.Session.IsConnected));
    }

    private async ValueTask<IReadOnlyList<PlayerProfile>> TopAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await leaderboard.TopAsync(cancellationToken);
        }
        catch (TimeoutException)
        {
            return []; // a page without leaders is better than none
        }
    }
}
