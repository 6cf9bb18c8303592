using Microsoft.Extensions.Options;

namespace GameServer.Hosting;

/// <summary>Stops the server when its time is up.</summary>
public sealed class RunTime(TimeProvider time, IHostApplicationLifetime lifetime, IOptions<ServerOptions> options) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.DurationSeconds > 0)
        {
            await Task.Delay(TimeSpan.FromSeconds(options.Value.DurationSeconds), time, stoppingToken);
            lifetime.StopApplication();
        }
    }
}
