using GameServer.Chat;
using GameServer.Connections;
using GameServer.Matches;
using GameServer.Matchmaking;

namespace GameServer.Tests;

public sealed class ConnectionTests
{
    [Fact]
    public async Task WrongToken_IsTurnedAway()
    {
        await using var server = await TestServer.StartAsync("--bots", "0");

        using var stranger = await TestPlayer.ConnectAsync(server, new SignIn("ann", "guess", Region.Asia));

        Assert.Contains("token", (await stranger.ExpectAsync<Refusal>()).Reason, StringComparison.Ordinal);
        await stranger.ExpectCloseAsync();
        Assert.Equal(1, server.Rise("sign_ins_total", "outcome=\"refused\""));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("""{"type":"fly"}""")]
    [InlineData("""{"type":"find_match","mode":"chess"}""")]
    [InlineData("""{"type":"find_match","mode":1}""")]
    [InlineData("""{"type":"say","channel":"all"}""")]
    public async Task WhatIsNoCommand_IsRefused_AndThePlayerStays(string text)
    {
        await using var server = await TestServer.StartAsync("--bots", "0");
        using var player = await TestPlayer.SignInAsync(server, "ann");

        await player.SendRawAsync(text);
        await player.ExpectAsync<Refusal>();
        await player.SendAsync(new ShowLeaderboard());
        await player.ExpectAsync<Standings>();
    }

    [Fact]
    public async Task MessageBeyondAllBounds_EndsTheConnection()
    {
        await using var server = await TestServer.StartAsync("--bots", "0");
        using var player = await TestPlayer.SignInAsync(server, "ann");

        await player.SendAsync(new Say(ChatChannel.All, new string('x', 10_000)));

        Assert.Contains("bytes", (await player.ExpectAsync<Refusal>()).Reason, StringComparison.Ordinal);
        await player.ExpectCloseAsync();
    }

    [Fact]
    public async Task DroppedPlayer_ComesBackToItsSeat()
    {
        await using var server = await TestServer.StartAsync("--bots", "0");
        using var ann = await TestPlayer.SignInAsync(server, "ann");
        using var bob = await TestPlayer.SignInAsync(server, "bob");
        await ann.SendAsync(new FindMatch(GameMode.Duel));
        await bob.SendAsync(new FindMatch(GameMode.Duel));
        var before = await ann.ExpectAsync<MatchStarted>();

        ann.Cut();
        using var again = await TestPlayer.ConnectAsync(server, new Resume(ann.ResumeKey));

        Assert.True((await again.ExpectAsync<Welcome>()).IsPlaying);
        var after = await again.ExpectAsync<MatchStarted>();
        Assert.Equal((before.Match, before.You), (after.Match, after.You));
        await again.ExpectAsync<MatchState>();
        Assert.Equal(1, server.Rise("sign_ins_total", "outcome=\"resumed\""));
    }

    [Fact]
    public async Task PlayerWhoLeaves_ForfeitsTheMatch()
    {
        await using var server = await TestServer.StartAsync("--bots", "0");
        using var ann = await TestPlayer.SignInAsync(server, "ann");
        using var bob = await TestPlayer.SignInAsync(server, "bob");
        await ann.SendAsync(new FindMatch(GameMode.Duel));
        await bob.SendAsync(new FindMatch(GameMode.Duel));
        await bob.ExpectAsync<MatchStarted>();

        await ann.SendAsync(new Leave());

        Assert.Equal(MatchEnding.Deserted, (await bob.ExpectAsync<MatchEnded>()).Ending);
        await ann.ExpectCloseAsync();
    }

    [Fact]
    public async Task SearchWithoutOpponents_TimesOut_AndThePlayerMaySearchAgain()
    {
        await using var server = await TestServer.StartAsync("--bots", "0", "--Matchmaking:TimeoutSeconds", "0.2");
        using var ann = await TestPlayer.SignInAsync(server, "ann");

        for (var search = 0; search < 2; search++)
        {
            await ann.SendAsync(new FindMatch(GameMode.TeamDeathmatch));
            Assert.NotEqual("Called off.", (await ann.ExpectAsync<SearchEnded>()).Reason);
        }
    }

    [Fact]
    public async Task Search_CanBeCalledOff()
    {
        await using var server = await TestServer.StartAsync("--bots", "0");
        using var ann = await TestPlayer.SignInAsync(server, "ann");

        await ann.SendAsync(new FindMatch(GameMode.TeamDeathmatch));
        await ann.SendAsync(new StopSearch());
        Assert.Equal("Called off.", (await ann.ExpectAsync<SearchEnded>()).Reason);
    }

    [Fact]
    public async Task Chat_ReachesTheOthers_UnlessItIsFoul()
    {
        await using var server = await TestServer.StartAsync("--bots", "0");
        using var ann = await TestPlayer.SignInAsync(server, "ann");
        using var bob = await TestPlayer.SignInAsync(server, "bob");
        await ann.SendAsync(new FindMatch(GameMode.Duel));
        await bob.SendAsync(new FindMatch(GameMode.Duel));
        await ann.ExpectAsync<MatchStarted>();

        await ann.SendAsync(new Say(ChatChannel.All, "what a noob"));
        await ann.ExpectAsync<Refusal>();
        await ann.SendAsync(new Say(ChatChannel.All, "good luck"));

        Assert.Equal(new ChatLine("ann", ChatChannel.All, "good luck"), await bob.ExpectAsync<ChatLine>());
        await TestServer.UntilAsync(() => server.Rise("game_responses_total", "status=\"4xx\"") == 1, "the foul line was refused");
        await TestServer.UntilAsync(() => server.Rise("game_responses_total", "status=\"2xx\"") == 3, "two searches and one line were obeyed");
    }

    [Fact]
    public async Task Stop_SaysGoodbyeToPlayers()
    {
        await using var server = await TestServer.StartAsync("--bots", "0");
        using var ann = await TestPlayer.SignInAsync(server, "ann");

        var stopping = server.StopAsync();
        await ann.ExpectCloseAsync();
        await stopping;
    }
}
