using GameServer.Matches;
using GameServer.Matchmaking;
using GameServer.Persistence;
using GameServer.Players;
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
    IOptions<MatchOptions> options,
    TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();

    public async ValueTask<ServerStatus> ReadAsync(CancellationToken cancellationToken) => new(
        time.GetElapsedTime(_start).TotalSeconds,
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
