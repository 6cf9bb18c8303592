using System.Text.Json;
using GameServer.Pages;
using Instrumentation.Monitoring;
using Microsoft.Extensions.DependencyInjection;

namespace GameServer.Tests;

/// <summary>What the page reads.</summary>
public sealed class StatusTests
{
    [Fact]
    public async Task Rates_AreThereAtTheFirstLook()
    {
        await using var server = await TestServer.StartAsync("--bots", "6", "--Matchmaking:PatienceSeconds", "0.2");
        await TestServer.UntilAsync(() => server.Rise("game_combat_shots_total") > 0, "somebody shot");
        await TestServer.UntilAsync(() => server.Rise("game_network_latency_seconds_count") > 0, "somebody answered a ping");

        var status = JsonDocument.Parse(await server.Http.GetStringAsync(new Uri("/status", UriKind.Relative), TestContext.Current.CancellationToken)).RootElement;

        Assert.True(status.GetProperty("window").GetDouble() > 0);
        Assert.True(status.GetProperty("recent").GetProperty("commands").GetInt64() > 0);
        Assert.True(status.GetProperty("recent").GetProperty("ticks").GetInt64() > 0);
        Assert.Contains(status.GetProperty("regions").EnumerateArray(), region => region.GetProperty("round_trips").GetInt64() > 0);
        Assert.All(status.GetProperty("matches").EnumerateArray(), match => Assert.Contains('-', match.GetProperty("region").GetString()!));
    }

    [Fact]
    public async Task History_GivesTheLatestReadingThatIsOldEnough()
    {
        await using var services = new ServiceCollection().AddInstrumentation().BuildServiceProvider();
        using var history = new StatusHistory(services.GetRequiredService<IPerformanceMonitor>(), TimeProvider.System);
        var now = At(3600);

        Assert.Same(Totals.None, history.Before(now, TimeSpan.FromSeconds(15)));

        for (var seconds = 3000; seconds <= 3600; seconds += 5)
        {
            history.Note(At(seconds));
        }

        Assert.Equal(3585, history.Before(now, TimeSpan.FromSeconds(15)).Uptime.TotalSeconds);
        Assert.Equal(3580, history.Before(At(3599), TimeSpan.FromSeconds(15)).Uptime.TotalSeconds);
        Assert.Equal(3300, history.Before(now, TimeSpan.FromMinutes(5)).Uptime.TotalSeconds);

        // Some were missed.
        history.Note(At(3893));
        Assert.Equal(3590, history.Before(At(3894), TimeSpan.FromMinutes(5)).Uptime.TotalSeconds);

        static Totals At(int seconds) => Totals.None with { Uptime = TimeSpan.FromSeconds(seconds) };
    }

    [Fact]
    public void Differences_AreOfWhatIsCounted()
    {
        var then = new OperationStatus("A", [1], [2, 3], Failures: 1, Cancellations: 1, InFlight: 1);
        var now = new OperationStatus("A", [1], [12, 4], Failures: 5, Cancellations: 2, InFlight: 0);

        Assert.Equal([10L, 1L], now.Since(then).Counts);
        Assert.Equal((5, 2, 0), (now.Since(then).Failures, now.Since(then).Cancellations, now.Since(then).InFlight));
        Assert.Equal([12L, 4L], now.Since(null).Counts);
        Assert.Equal(new RegionStatus("eu", 3, 1, 5, 0.5, 0.25), new RegionStatus("eu", 3, 2.5, 12, 0.5, 0.25).Since(new RegionStatus("eu", 9, 1.5, 7, null, null)));
        Assert.Equal(new GameCounts(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1), new GameCounts(2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12) - new GameCounts(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
    }
}
