namespace GameServer.Hosting;

/// <summary>Does something at intervals while the server is up. An interval that is missed is skipped.</summary>
public abstract class PeriodicService(TimeSpan interval, TimeProvider time) : BackgroundService
{
    protected abstract void Tick();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                Tick();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The ordinary end, and no error in the log of a server that could not start.
        }
    }
}
