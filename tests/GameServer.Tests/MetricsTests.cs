namespace GameServer.Tests;

public sealed class MetricsTests
{
    private static readonly string[] s_bots =
    [
        "--bots", "24", "--Match:ScoreLimit", "2", "--Match:RespawnSeconds", "0.2", "--Matchmaking:PatienceSeconds", "0.2",
        "--Bots:DropsPerMinute", "10", "--Bots:MistakesPerMinute", "30", "--Bots:ChatsPerMinute", "30",
    ];

    [Fact]
    public async Task EveryOperation_IsCountedAsOftenAsTheGameCountedIt()
    {
        var before = await ScrapeIdleServerAsync();
        var tally = await PlayAsync();
        var after = await ScrapeIdleServerAsync();

        Assert.Equal(tally[GameEvent.Tick], Rise("match_tick_seconds_count"));
        Assert.Equal(tally[GameEvent.Shot], Calls("CombatService.Fire"));
        Assert.Equal(tally[GameEvent.Kill], Calls("MatchBroadcaster.SendKill"));
        Assert.Equal(tally[GameEvent.Command], Calls("Command"));
        Assert.Equal(tally[GameEvent.MatchStarted], Calls("MatchHost.Start"));
        Assert.Equal(tally[GameEvent.MatchFinished], Calls("MatchArchive.RecordAsync"));
        Assert.Equal(tally[GameEvent.SignInRefused], Rise("operation_failures_total", "error=\"SignInRefusedException\""));
        Assert.Equal(tally[GameEvent.ChatMessage], Calls("ChatService.Say") - Failures("ChatService.Say"));
        Assert.Equal(tally[GameEvent.Reconnected], Calls("SessionService.Resume") - Failures("SessionService.Resume"));
        Assert.Equal(tally[GameEvent.BadCommand], Failures("Command") + Failures("ClientMessageParser.Parse"));
        Assert.Equal(0, after.Sum("operations_in_flight"));

        long Rise(string metric, string? label = null) => after.Sum(metric, label) - before.Sum(metric, label);
        long Calls(string operation) => Rise("operation_duration_seconds_count", $"operation=\"{operation}\"");
        long Failures(string operation) => Rise("operation_failures_total", $"operation=\"{operation}\"");
    }

    [Fact]
    public async Task SeriesKnownToTheCompiler_AreThereBeforeTheFirstCall()
    {
        await using var server = await TestServer.StartAsync("--bots", "0");

        var scrape = await Scrape.TakeAsync(server);

        Assert.True(scrape.Has("""operation_duration_seconds_count{operation="CombatService.Fire",weapon="sniper"}"""));
        Assert.True(scrape.Has("""matchmaking_wait_seconds_count{mode="team_deathmatch",region="ap-south"}"""));
    }

    // After a server has stopped nothing is under way any more; what it measured is in the process, for the next one to show.
    private static async Task<GameTally> PlayAsync()
    {
        await using var server = await TestServer.StartAsync(s_bots);
        var tally = server.Tally;
        GameEvent[] wanted = [GameEvent.Kill, GameEvent.MatchFinished, GameEvent.Reconnected, GameEvent.BadCommand, GameEvent.ChatMessage];
        foreach (var gameEvent in wanted)
        {
            await TestServer.UntilAsync(() => tally[gameEvent] > 0, $"{gameEvent} was counted");
        }

        await server.StopAsync();
        return tally;
    }

    private static async Task<Scrape> ScrapeIdleServerAsync()
    {
        await using var server = await TestServer.StartAsync("--bots", "0");
        return await Scrape.TakeAsync(server);
    }
}
