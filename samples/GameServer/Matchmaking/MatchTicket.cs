using GameServer.Matches;
using GameServer.Players;

namespace GameServer.Matchmaking;

/// <summary>One player's wait for a match.</summary>
public sealed class MatchTicket(PlayerSession player, long since)
{
    private readonly TaskCompletionSource<Match> _match = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PlayerSession Player { get; } = player;

    /// <summary>Timestamp of the beginning.</summary>
    public long Since { get; } = since;

    public Task<Match> Match => _match.Task;

    public void Found(Match match) => _match.SetResult(match);

    public void Fail(Exception exception) => _match.SetException(exception);
}
