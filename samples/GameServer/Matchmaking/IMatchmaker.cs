using GameServer.Matches;
using GameServer.Players;

namespace GameServer.Matchmaking;

public interface IMatchmaker
{
    /// <summary>Players who wait for a match.</summary>
    int Waiting { get; }

    /// <summary>Waits until the player is seated in a match.</summary>
    /// <exception cref="TimeoutException">There were not enough others.</exception>
    /// <exception cref="WaitingRoomFullException">There were far too many others.</exception>
    Task<Match> FindMatchAsync(PlayerSession player, GameMode mode, Region region, CancellationToken cancellationToken);

    /// <summary>Starts what matches can be started.</summary>
    void StartMatches();
}
