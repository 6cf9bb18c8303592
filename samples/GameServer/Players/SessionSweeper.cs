using GameServer.Hosting;

namespace GameServer.Players;

/// <summary>Once a second, gives up on the players who did not come back.</summary>
public sealed class SessionSweeper(ISessionService sessions, TimeProvider time)
    : PeriodicService(TimeSpan.FromSeconds(1), time)
{
    protected override void Tick() => sessions.EndAbandoned();
}
