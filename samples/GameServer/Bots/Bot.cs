using System.Net.WebSockets;
using GameServer.Connections;
using GameServer.Matches;
using GameServer.Matchmaking;
using GameServer.Players;

namespace GameServer.Bots;

/// <summary>One simulated player: signs in, plays match after match, drops out at times and comes back.</summary>
public sealed class Bot(string name, Region region, Uri server, PlayerTokens tokens, BotOptions options, Random random, TimeProvider time)
{
    private readonly BotMood _mood = new(options, random);
    private string? _resumeKey;
    private BotBrain? _brain;

    /// <summary>Plays until cancelled, over as many connections as it takes.</summary>
    /// <remarks>The token is heeded between connections: it is the server that ends one when it stops.</remarks>
    public async Task PlayAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await PlayOneConnectionAsync(cancellationToken);
            }
            catch (WebSocketException)
            {
                // Cut off, by itself or by the server. Real players try again as well.
            }

            await Task.Delay(_mood.Pause(), time, cancellationToken);
        }
    }

    private async Task PlayOneConnectionAsync(CancellationToken cancellationToken)
    {
        using var client = new BotClient();
        await client.ConnectAsync(server, cancellationToken);
        await client.SendAsync(Greeting());
        while (await client.ReceiveAsync() is { } message)
        {
            await AnswerAsync(client, message);
        }

        await client.CloseAsync();
    }

    private ClientMessage Greeting()
    {
        if (_resumeKey is { } key)
        {
            _resumeKey = null; // if the session is over, the next connection signs in afresh
            return new Resume(key);
        }

        return new SignIn(name, _mood.MistypesToken() ? "123456" : tokens.Issue(name), region);
    }

    private async ValueTask AnswerAsync(BotClient client, ServerMessage message)
    {
        switch (message)
        {
            case Welcome welcome:
                _resumeKey = welcome.ResumeKey;
                if (!welcome.IsPlaying)
                {
                    await LookForMatchAsync(client);
                }

                break;

            case Ping ping:
                await client.SendAsync(new Pong(ping.Number));
                break;

            case MatchStarted started:
                _brain = new BotBrain(started, random);
                break;

            case MatchState state when _brain is { } brain:
                await FightAsync(client, brain, state);
                break;

            case MatchEnded when _mood.TakesBreak():
                (_brain, _resumeKey) = (null, null);
                await client.SendAsync(new Leave());
                break;

            case MatchEnded or SearchEnded:
                _brain = null;
                await LookForMatchAsync(client);
                break;
        }
    }

    private async Task LookForMatchAsync(BotClient client)
    {
        if (_mood.LooksAtLeaderboard())
        {
            await client.SendAsync(new ShowLeaderboard());
        }

        await client.SendAsync(new FindMatch((GameMode)random.Next(3)));
        if (_mood.ChangesItsMind())
        {
            await client.SendAsync(new StopSearch());
        }
    }

    private async ValueTask FightAsync(BotClient client, BotBrain brain, MatchState state)
    {
        foreach (var command in brain.Decide(state))
        {
            await client.SendAsync(command);
        }

        if (_mood.Chat() is { } line)
        {
            await client.SendAsync(line);
        }

        if (_mood.Mistake() is { } mistake)
        {
            await client.SendRawAsync(mistake);
        }

        if (_mood.LosesConnection())
        {
            _resumeKey = _mood.GivesUp() ? null : _resumeKey;
            _brain = null;
            client.Cut();
        }
    }
}
