using GameServer.Matches;
using Instrumentation;
using Instrumentation.Alerting;

namespace GameServer.Tests;

public sealed class GameTests
{
    private static readonly string[] s_livelyBots =
    [
        "--bots", "24", "--Match:ScoreLimit", "2", "--Match:RespawnSeconds", "0.2", "--Match:TickRate", "60",
        "--Matchmaking:PatienceSeconds", "0.2",
        "--Bots:DropsPerMinute", "6", "--Bots:MistakesPerMinute", "10", "--Bots:ChatsPerMinute", "30",
    ];

    [Fact]
    public async Task Bots_AreMatched_Fight_DropOut_AndComeBack()
    {
        await using var server = await TestServer.StartAsync(s_livelyBots);

        await TestServer.UntilAsync(() => server.Rise("sign_ins_total", "outcome=\"accepted\"") >= 24, "all bots signed in");
        await TestServer.UntilAsync(() => server.Rise("game_games_completed_total") >= 2, "two matches were played to the end");
        await TestServer.UntilAsync(() => server.Rise("game_combat_kills_total") >= 6, "somebody was killed");
        await TestServer.UntilAsync(() => Resumed() >= 1, "a bot dropped out and came back");
        await TestServer.UntilAsync(() => server.Rise("game_errors_total", "type=\"validation_error\"") >= 1, "a bot sent nonsense");
        await TestServer.UntilAsync(() => server.Rise("game_messages_sent_total", "type=\"chat\"") >= 1, "a bot said something");

        var resumed = Resumed();
        // One who comes back at once may be there before the server has noticed that the old connection is gone.
        await TestServer.UntilAsync(() => server.Rise("drop_outs_total") >= resumed, "all who came back had dropped out");
        await server.StopAsync();
        Assert.InRange(server.Rise("game_combat_kills_total"), 1, server.Rise("game_combat_hits_total"));
        Assert.InRange(server.Rise("game_combat_hits_total"), 1, server.Rise("game_combat_shots_total"));

        long Resumed() => server.Rise("sign_ins_total", "outcome=\"resumed\"");
    }

    [Fact]
    public async Task Feed_TellsEveryKill()
    {
        await using var server = await TestServer.StartAsync(s_livelyBots);
        var feed = server.Get<IMatchEventFeed>();
        var begun = new HashSet<int>();
        var kills = new Dictionary<int, int>();

        await foreach (var matchEvent in feed.WatchAsync(TestContext.Current.CancellationToken))
        {
            switch (matchEvent)
            {
                case MatchBegun:
                    begun.Add(matchEvent.Match);
                    break;

                case FighterKilled:
                    kills[matchEvent.Match] = kills.GetValueOrDefault(matchEvent.Match) + 1;
                    break;

                case MatchOver { Ending: MatchEnding.ScoreLimit } over when begun.Contains(over.Match):
                    Assert.InRange(over.Score, 2, 5); // in the last tick each of a team of four may score
                    Assert.InRange(kills[over.Match], 2, int.MaxValue);
                    return;
            }
        }

        Assert.Fail("The feed ended.");
    }

    [Fact]
    public async Task Pages_AreServed()
    {
        await using var server = await TestServer.StartAsync(s_livelyBots);
        await TestServer.UntilAsync(() => server.Rise("game_games_started_total") >= 1, "a match started");

        var page = await server.Http.GetStringAsync("/", TestContext.Current.CancellationToken);
        var status = await server.Http.GetStringAsync("/status", TestContext.Current.CancellationToken);

        Assert.Contains("<title>Game server</title>", page, StringComparison.Ordinal);
        Assert.Contains("\"matches_started\":", status, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_OfTheGameAndOfThePackage_AreEvaluated()
    {
        await using var server = await TestServer.StartAsync("--bots", "0");

        var rules = await server.Http.GetStringAsync("/api/v1/rules", TestContext.Current.CancellationToken);

        string[] expected = ["SlowTicks", "MatchmakingTimeout", "StoreLosesSaves", "LateTicks", "HighCombatResponseTime", "LowConnectionHealth"];
        Assert.All(expected, rule => Assert.Contains($"\"{rule}\"", rules, StringComparison.Ordinal));
        Assert.Contains("game_session_drop_rate \\u003E 0.5", rules.Replace("> 0.5", "\\u003E 0.5", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alerts_AreOnThePage()
    {
        await using var server = await TestServer.StartAsync("--bots", "0");

        server.Get<AlertManager>().TriggerAlert(AlertSeverity.Critical, "Server down", "It does not respond.", "game-server");

        var status = await server.Http.GetStringAsync("/status", TestContext.Current.CancellationToken);
        Assert.Contains("\"name\":\"Server down\",\"severity\":\"critical\",\"state\":\"firing\"", status, StringComparison.Ordinal);
    }
}
