using GameServer.Combat;
using GameServer.Connections;
using Instrumentation;

namespace GameServer.Matches;

[MonitoredOperation]
public sealed partial class MatchBroadcaster : IMatchBroadcaster
{
    public void SendStart(Match match)
    {
        foreach (var fighter in match.Fighters)
        {
            fighter.Session.Send(MatchStarted.For(fighter, match));
        }
    }

    public void SendState(Match match) =>
        SendToAll(match, new MatchState(match.Tick, [.. match.Fighters.Select(FighterState.Of)]));

    public void SendKill(Match match, Fighter killer, Fighter victim, WeaponType weapon) =>
        SendToAll(match, new Kill(killer.Id, victim.Id, weapon));

    public void SendEnd(Match match)
    {
        var ending = match.Ending ?? throw new InvalidOperationException($"Match {match.Id} is still on.");
        SendToAll(match, new MatchEnded(ending, [.. match.Fighters.Select(match.ScoreOf)]));
    }

    // Written out once, whatever the number of players.
    private static void SendToAll(Match match, ServerMessage message)
    {
        var wire = message.ToWire();
        foreach (var fighter in match.Fighters)
        {
            if (!fighter.HasLeft)
            {
                fighter.Session.Send(wire);
            }
        }
    }
}
