using GameServer.Matches;

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
        var tally = server.Tally;

        await TestServer.UntilAsync(() => tally[GameEvent.SignedIn] >= 24, "all bots signed in");
        await TestServer.UntilAsync(() => tally[GameEvent.MatchFinished] >= 2, "two matches were played to the end");
        await TestServer.UntilAsync(() => tally[GameEvent.Kill] >= 6, "somebody was killed");
        await TestServer.UntilAsync(() => tally[GameEvent.Reconnected] >= 1, "a bot dropped out and came back");
        await TestServer.UntilAsync(() => tally[GameEvent.BadCommand] >= 1, "a bot sent nonsense");
        await TestServer.UntilAsync(() => tally[GameEvent.ChatMessage] >= 1, "a bot said something");

        Assert.True(tally[GameEvent.Dropped] >= tally[GameEvent.Reconnected] - 1, "Nobody comes back who was not away.");
        Assert.InRange(tally[GameEvent.Kill], 1, tally[GameEvent.Hit]);
        Assert.InRange(tally[GameEvent.Hit], 1, tally[GameEvent.Shot]);
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
                    Assert.InRange(over.Score, 2, 4); // two or more may fall in one tick
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
        await TestServer.UntilAsync(() => server.Tally[GameEvent.MatchStarted] >= 1, "a match started");

        var page = await server.Http.GetStringAsync("/", TestContext.Current.CancellationToken);
        var status = await server.Http.GetStringAsync("/status", TestContext.Current.CancellationToken);

        Assert.Contains("<title>Game server</title>", page, StringComparison.Ordinal);
        Assert.Contains("\"match_started\":", status, StringComparison.Ordinal);
    }
}
