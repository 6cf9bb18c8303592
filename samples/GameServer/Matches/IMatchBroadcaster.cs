using GameServer.Combat;

namespace GameServer.Matches;

/// <summary>Tells the players of a match what goes on in it. None of these waits for a player.</summary>
public interface IMatchBroadcaster
{
    void SendStart(Match match);

    void SendState(Match match);

    void SendKill(Match match, Fighter killer, Fighter victim, WeaponType weapon);

    void SendEnd(Match match);
}
