using GameServer.Connections;
using GameServer.Hosting;
using GameServer.Matchmaking;
using GameServer.Players;
using Microsoft.Extensions.Options;

namespace GameServer.Bots;

/// <summary>Puts the server under the load of its bots once it listens.</summary>
public sealed partial class BotArmy(
    ServerAddress address,
    PlayerTokens tokens,
    TimeProvider time,
    IOptions<BotOptions> options,
    ILogger<BotArmy> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (await address.WhenListeningAsync(stoppingToken) is not { } server)
        {
            return;
        }

        var game = new UriBuilder(server) { Scheme = "ws", Path = GameEndpoint.Path }.Uri;

        var playing = new List<Task>();
        try
        {
            for (var i = 0; i < options.Value.Count; i++)
            {
                playing.Add(RunAsync(Recruit(i, game), stoppingToken));
                if ((i + 1) % options.Value.JoinPerSecond == 0)
                {
                    await Task.Delay(TimeSpan.FromSeconds(1), time, stoppingToken);
                }
            }
        }
        finally
        {
            await Task.WhenAll(playing);
        }
    }

    private Bot Recruit(int index, Uri game)
    {
        var region = (Region)(index % Enum.GetValues<Region>().Length);
        return new Bot($"bot-{index + 1:000}", region, game, tokens, options.Value, new Random(index), time);
    }

    private async Task RunAsync(Bot bot, CancellationToken cancellationToken)
    {
        try
        {
            await bot.PlayAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Called home.
        }
        catch (Exception exception)
        {
            LogBroken(exception);
        }
    }

    [LoggerMessage(LogLevel.Error, "A bot broke down.")]
    private partial void LogBroken(Exception exception);
}
