namespace GameServer.Players;

/// <summary>Once a second, gives up on the players who did not come back.</summary>
public sealed class SessionSweeper(ISessionService sessions, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            sessions.EndAbandoned();
        }
    }
}
