using GameServer.Hosting;

namespace GameServer.Matchmaking;

/// <summary>Four times a second, lets the matchmaker look into its waiting rooms.</summary>
public sealed class MatchmakingPump(IMatchmaker matchmaker, TimeProvider time)
    : PeriodicService(TimeSpan.FromMilliseconds(250), time)
{
    protected override void Tick() => matchmaker.StartMatches();
}
