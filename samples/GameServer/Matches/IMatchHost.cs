using GameServer.Matchmaking;
using GameServer.Players;

namespace GameServer.Matches;

public interface IMatchHost
{
    /// <summary>The matches that are on.</summary>
    IReadOnlyCollection<Match> Live { get; }

    /// <summary>Seats the players and starts their match.</summary>
    Match Start(GameMode mode, Region region, IReadOnlyList<PlayerSession> players);
}
