using GameServer.Bots;
using GameServer.Connections;
using GameServer.Matchmaking;
using GameServer.Players;

namespace GameServer.Tests;

/// <summary>A client that a test plays by hand.</summary>
public sealed class TestPlayer : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    private readonly BotClient _client = new();

    /// <summary>What a player who signed in may come back with.</summary>
    public string ResumeKey { get; private set; } = "";

    public static async Task<TestPlayer> ConnectAsync(TestServer server, ClientMessage greeting)
    {
        var player = new TestPlayer();
        await player._client.ConnectAsync(server.Game, TestContext.Current.CancellationToken);
        await player.SendAsync(greeting);
        return player;
    }

    public static async Task<TestPlayer> SignInAsync(TestServer server, string name)
    {
        var player = await ConnectAsync(server, new SignIn(name, server.Get<PlayerTokens>().Issue(name), Region.Europe));
        player.ResumeKey = (await player.ExpectAsync<Welcome>()).ResumeKey;
        return player;
    }

    public async Task SendAsync(ClientMessage message) => await _client.SendAsync(message);

    public async Task SendRawAsync(string text) => await _client.SendRawAsync(text);

    /// <summary>The next message of a kind; others are passed over.</summary>
    public async Task<T> ExpectAsync<T>()
        where T : ServerMessage
    {
        while (await ReceiveAsync() is { } message)
        {
            if (message is T expected)
            {
                return expected;
            }
        }

        Assert.Fail($"The server closed before it sent {typeof(T).Name}.");
        return null;
    }

    public async Task ExpectCloseAsync()
    {
        while (await ReceiveAsync() is not null)
        {
        }

        await _client.CloseAsync();
    }

    public void Cut() => _client.Cut();

    public void Dispose() => _client.Dispose();

    private Task<ServerMessage?> ReceiveAsync() => _client.ReceiveAsync().AsTask().WaitAsync(s_patience);
}
