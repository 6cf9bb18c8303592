using GameServer.Matchmaking;

namespace GameServer.Players;

public interface ISessionService
{
    /// <summary>Everybody who is signed in, dropped players included.</summary>
    int Count { get; }

    /// <summary>The same, one by one.</summary>
    IEnumerable<PlayerSession> All { get; }

    /// <exception cref="SignInRefusedException">The token is wrong, or the server full.</exception>
    Task<PlayerSession> SignInAsync(string name, string token, Region region, CancellationToken cancellationToken);

    /// <summary>The session of a player who dropped out.</summary>
    /// <exception cref="SignInRefusedException">There is no such session, or not any more.</exception>
    PlayerSession Resume(string resumeKey);

    /// <summary>Ends a session for good, because the player left or did not come back; the player forfeits its match.</summary>
    void End(PlayerSession session, bool dropped);

    /// <summary>Ends the sessions of all who have been gone for longer than the grace period.</summary>
    void EndAbandoned();
}
