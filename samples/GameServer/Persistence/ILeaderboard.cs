using GameServer.Players;

namespace GameServer.Persistence;

public interface ILeaderboard
{
    /// <summary>The players with the most kills; at most a second old.</summary>
    ValueTask<IReadOnlyList<PlayerProfile>> TopAsync(CancellationToken cancellationToken);
}
