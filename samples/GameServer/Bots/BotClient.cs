using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using GameServer.Connections;

namespace GameServer.Bots;

/// <summary>The client's end of the protocol, over a real socket.</summary>
public sealed class BotClient : IDisposable
{
    private const int LongestMessage = 16_384;

    private readonly ClientWebSocket _socket = new();
    private readonly MessageReader _reader;
    private bool _isCut;

    public BotClient() => _reader = new MessageReader(_socket, LongestMessage);

    public Task ConnectAsync(Uri server, CancellationToken cancellationToken) => _socket.ConnectAsync(server, cancellationToken);

    public ValueTask SendAsync(ClientMessage message) =>
        SendAsync(JsonSerializer.SerializeToUtf8Bytes(message, GameJson.Default.ClientMessage));

    public ValueTask SendRawAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>The next message, or null once either side has ended it.</summary>
    public async ValueTask<ServerMessage?> ReceiveAsync() =>
        !_isCut && await _reader.ReadAsync(CancellationToken.None) is { } message
            ? JsonSerializer.Deserialize(message.Span, GameJson.Default.ServerMessage)
            : null;

    public async Task CloseAsync()
    {
        if (!_isCut && _socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "Goodbye.", CancellationToken.None);
        }
    }

    /// <summary>Breaks off as a dying network does.</summary>
    public void Cut()
    {
        _isCut = true;
        _socket.Abort();
    }

    public void Dispose() => _socket.Dispose();

    private ValueTask SendAsync(ReadOnlyMemory<byte> message) =>
        _socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
}
