namespace GameServer.Matchmaking;

/// <summary>Four times a second, lets the matchmaker look into its waiting rooms.</summary>
public sealed class MatchmakingPump(IMatchmaker matchmaker, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(250), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            matchmaker.StartMatches();
        }
    }
}
