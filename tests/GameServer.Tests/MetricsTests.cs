using GameServer.Connections;
using GameServer.Matches;
using GameServer.Matchmaking;

namespace GameServer.Tests;

public sealed class MetricsTests
{
    private static readonly string[] s_bots =
    [
        "--bots", "24", "--Match:ScoreLimit", "2", "--Match:RespawnSeconds", "0.2", "--Matchmaking:PatienceSeconds", "0.2",
        "--Bots:DropsPerMinute", "10", "--Bots:MistakesPerMinute", "30", "--Bots:ChatsPerMinute", "30",
    ];

    // Two ways of counting that know nothing of each other: the wrappers that the build put around methods, and the metrics that the game records.
    [Fact]
    public async Task EveryOperation_IsCountedAsOftenAsTheGameRecordedIt()
    {
        await using var server = await TestServer.StartAsync(s_bots);
        await TestServer.UntilAsync(() => server.Rise("game_combat_kills_total") > 0, "somebody was killed");
        await TestServer.UntilAsync(() => server.Rise("game_games_completed_total") > 0, "a match was played to the end");
        await TestServer.UntilAsync(() => server.Rise("sign_ins_total", "outcome=\"resumed\"") > 0, "a bot came back");
        await TestServer.UntilAsync(() => server.Rise("game_errors_total", "type=\"validation_error\"") > 0, "a bot sent nonsense");
        await TestServer.UntilAsync(() => server.Rise("game_messages_sent_total", "type=\"chat\"") > 0, "a bot said something");
        await server.StopAsync(); // after which nothing is under way any more

        Assert.Equal(server.Rise("game_combat_shots_total"), Calls("CombatService.Fire"));
        Assert.Equal(server.Rise("game_combat_response_time_seconds_count"), Calls("CombatService.Fire"));
        Assert.Equal(server.Rise("game_combat_kills_total"), Calls("MatchBroadcaster.SendKill"));
        Assert.Equal(server.Rise("game_responses_total"), Calls("Command"));
        Assert.Equal(server.Rise("game_games_started_total"), Calls("MatchHost.Start"));
        Assert.Equal(server.Rise("game_games_completed_total") + server.Rise("game_games_abandoned_total"), Calls("MatchArchive.RecordAsync"));
        Assert.Equal(server.Rise("sign_ins_total", "outcome=\"refused\""), server.Rise("operation_failures_total", "error=\"SignInRefusedException\""));
        Assert.Equal(server.Rise("sign_ins_total", "outcome=\"resumed\""), Calls("SessionService.Resume") - Failures("SessionService.Resume"));
        Assert.Equal(server.Rise("game_errors_total", "type=\"validation_error\""), Failures("Command") + Failures("ClientMessageParser.Parse"));
        Assert.Equal(
            server.Rise("game_db_query_duration_seconds_count"),
            Calls("PlayerStore.LoadAsync") + Calls("PlayerStore.SaveAsync") + Calls("PlayerStore.TopAsync"));
        Assert.Equal(server.Rise("game_cache_hits_total", "profiles") + server.Rise("game_cache_misses_total", "profiles"), Calls("ProfileCache.GetAsync"));
        Assert.Equal(0, server.Rise("operations_in_flight"));
        Assert.Equal(0, server.Rise("game_games_active"));
        Assert.Equal(0, server.Rise("game_state_active_games"));
        Assert.Equal(0, server.Rise("game_websocket_connections_active"));
        Assert.Equal(0, server.Rise("game_connections"));
        Assert.Equal(0, server.Rise("game_active_connections"));

        long Calls(string operation) => server.Rise("operation_duration_seconds_count", $"operation=\"{operation}\"");
        long Failures(string operation) => server.Rise("operation_failures_total", $"operation=\"{operation}\"");
    }

    [Fact]
    public async Task SeriesKnownToTheCompiler_AreThereBeforeTheFirstCall()
    {
        await using var server = await TestServer.StartAsync("--bots", "0");

        var scrape = await Scrape.TakeAsync(server);

        Assert.True(scrape.Has("""operation_duration_seconds_count{operation="CombatService.Fire",weapon="sniper"}"""));
        Assert.True(scrape.Has("""matchmaking_wait_seconds_count{mode="team_deathmatch",region="ap-south"}"""));
    }

    [Fact]
    public async Task PlayersWhoWait_AreReadOfTheMatchmaker()
    {
        await using var server = await TestServer.StartAsync("--bots", "0");
        using var ann = await TestPlayer.SignInAsync(server, "ann");
        await ann.SendAsync(new FindMatch(GameMode.TeamDeathmatch));
        await TestServer.UntilAsync(() => server.Get<IMatchmaker>().Waiting == 1, "ann waits");

        Assert.Equal(1, (await Scrape.TakeAsync(server)).Sum("matchmaking_queue_size"));
    }

    [Fact]
    public async Task ReadyMadeMetrics_ShowASessionFromSignInToGoodbye()
    {
        await using var server = await TestServer.StartAsync("--bots", "0");
        using var ann = await TestPlayer.SignInAsync(server, "ann");
        Assert.Equal(1, server.Rise("game_active_sessions", "eu-west"));
        Assert.Equal(1, server.Rise("game_concurrent_players", "eu-west"));

        await ann.SendAsync(new Leave());
        await ann.ExpectCloseAsync();

        await TestServer.UntilAsync(() => server.Rise("game_websocket_connections_active") == 0, "the connection was closed");
        Assert.Equal(0, server.Rise("game_active_sessions", "eu-west"));
        Assert.Equal(1, server.Rise("game_sessions_ended_total", "dropped=\"false\""));
        Assert.Equal(1, server.Rise("game_session_duration_seconds_count", "eu-west"));
    }
}
