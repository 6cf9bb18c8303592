using GameServer.Matchmaking;
using Instrumentation.Games.Combat;

namespace GameServer.Matches;

/// <summary>Reports once a second how many ticks a second a match reaches.</summary>
public sealed class TickCounter(Match match, TimeProvider time)
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(1);

    private long _since = time.GetTimestamp();
    private int _ticks;

    public void Count()
    {
        _ticks++;
        if (time.GetElapsedTime(_since) is var elapsed && elapsed >= s_interval)
        {
            CombatMetrics.TickRate(match.Region.ToLabel(), _ticks / elapsed.TotalSeconds);
            (_since, _ticks) = (time.GetTimestamp(), 0);
        }
    }
}
