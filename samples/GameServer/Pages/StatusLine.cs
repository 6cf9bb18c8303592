using GameServer.Hosting;
using GameServer.Matches;
using GameServer.Players;
using Microsoft.Extensions.Options;

namespace GameServer.Pages;

/// <summary>Says on the console where to look, and every few seconds how things are.</summary>
public sealed class StatusLine(
    ServerAddress address,
    IMatchHost matches,
    ISessionService sessions,
    GameTally tally,
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

    private long[] Counts() => [.. Enum.GetValues<GameEvent>().Select(gameEvent => tally[gameEvent])];

    private string Describe(long[] before, long[] now, double seconds)
    {
        long Of(GameEvent gameEvent) => now[(int)gameEvent] - before[(int)gameEvent];
        double Rate(GameEvent gameEvent) => Of(gameEvent) / seconds;
        return string.Join("  ", ((FormattableString[])
        [
            $"{time.GetLocalNow():HH:mm:ss}",
            $"{sessions.Count,4} players",
            $"{matches.Live.Count,3} matches",
            $"{Rate(GameEvent.Command),6:N0} commands/s",
            $"{Rate(GameEvent.Shot),5:N0} shots/s",
            $"{Of(GameEvent.Kill),4} kills",
            $"{Of(GameEvent.Dropped),3} drop-outs",
            $"{Of(GameEvent.LateTick),3} late of {Of(GameEvent.Tick)} ticks",
        ]).Select(FormattableString.Invariant));
    }
}
