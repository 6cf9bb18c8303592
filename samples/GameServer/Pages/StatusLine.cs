using GameServer.Hosting;
using GameServer.Matches;
using GameServer.Players;
using Instrumentation.Metrics;
using Microsoft.Extensions.Options;

namespace GameServer.Pages;

/// <summary>Says on the console where to look, and every few seconds how things are.</summary>
public sealed class StatusLine(
    ServerAddress address,
    IMatchHost matches,
    ISessionService sessions,
    TimeProvider time,
    IOptions<ServerOptions> options) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (await address.WhenListeningAsync(stoppingToken) is not { } server)
        {
            return;
        }

        Console.WriteLine($"""
            The game is on. Ctrl+C ends it.
              {server}           the server at a glance
              {server}metrics    for Prometheus
              {server}health     is it alive?

            """);

        if (options.Value.StatusEverySeconds == 0)
        {
            return;
        }

        var period = TimeSpan.FromSeconds(options.Value.StatusEverySeconds);
        using var timer = new PeriodicTimer(period, time);
        var before = Counts();
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var now = Counts();
            Console.WriteLine(Describe(before, now, period.TotalSeconds));
            before = now;
        }
    }

    private static GameCounts Counts()
    {
        using var snapshot = InstrumentRegistry.Default.Snapshot();
        return FigureReader.Counts(snapshot);
    }

    private string Describe(GameCounts before, GameCounts now, double seconds) => string.Join("  ", ((FormattableString[])
    [
        $"{time.GetLocalNow():HH:mm:ss}",
        $"{sessions.Count,4} players",
        $"{matches.Live.Count,3} matches",
        $"{(now.Commands - before.Commands) / seconds,6:N0} commands/s",
        $"{(now.Shots - before.Shots) / seconds,5:N0} shots/s",
        $"{now.Kills - before.Kills,4} kills",
        $"{now.DropOuts - before.DropOuts,3} drop-outs",
        $"{now.LateTicks - before.LateTicks,3} late of {now.Ticks - before.Ticks} ticks",
    ]).Select(FormattableString.Invariant));
}
