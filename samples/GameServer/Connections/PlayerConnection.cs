using System.Net.WebSockets;
using System.Threading.Channels;
using Instrumentation;

namespace GameServer.Connections;

/// <summary>
/// One player's socket with its queue of messages to send. Sending never waits: a client that lets the queue fill up, seconds behind, is
/// cut off, and may resume.
/// </summary>
public sealed partial class PlayerConnection
{
    private const int LongestMessage = 2_048;
    private const int MostWaitingMessages = 128;

    private readonly WebSocket _socket;
    private readonly MessageReader _reader;
    private readonly Channel<ReadOnlyMemory<byte>> _outbox;
    private readonly GameTally _tally;
    private Goodbye? _goodbye;

    public PlayerConnection(WebSocket socket, GameTally tally)
    {
        _socket = socket;
        _tally = tally;
        _reader = new MessageReader(socket, LongestMessage);
        _outbox = Channel.CreateBounded<ReadOnlyMemory<byte>>(new BoundedChannelOptions(MostWaitingMessages) { SingleReader = true });
    }

    /// <summary>The next command, or null once the client has closed.</summary>
    /// <exception cref="InvalidCommandException">It is no command; the next may be.</exception>
    public async ValueTask<ClientMessage?> ReceiveAsync(CancellationToken cancellationToken) =>
        await _reader.ReadAsync(cancellationToken) is { } message ? ClientMessageParser.Parse(message.Span) : null;

    public void Send(ServerMessage message) => Send(message.ToBytes());

    public void Send(ReadOnlyMemory<byte> message)
    {
        if (!_outbox.Writer.TryWrite(message) && Volatile.Read(ref _goodbye) is null)
        {
            _tally.Count(GameEvent.TooSlow);
            Cut();
        }
    }

    /// <summary>Lets what is queued go out, and then says goodbye. The first reason stands.</summary>
    public void Close(WebSocketCloseStatus status, string reason)
    {
        Interlocked.CompareExchange(ref _goodbye, new Goodbye(status, reason), null);
        _outbox.Writer.TryComplete();
    }

    /// <summary>Breaks the connection off without a goodbye.</summary>
    public void Cut() => _socket.Abort();

    /// <summary>Sends what is queued until <see cref="Close"/>, then the rest and the goodbye.</summary>
    public async Task SendQueuedAsync(CancellationToken cancellationToken)
    {
        await foreach (var message in _outbox.Reader.ReadAllAsync(cancellationToken))
        {
            await WriteAsync(message, cancellationToken);
        }

        if (_goodbye is { } goodbye && _socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            await _socket.CloseOutputAsync(goodbye.Status, goodbye.Reason, cancellationToken);
        }
    }

    // The busiest path of the server. Broken writes show under its failures.
    [MonitoredOperation(SampleEvery = 16, Trace = false)]
    private ValueTask WriteAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken) =>
        _socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);

    private sealed record Goodbye(WebSocketCloseStatus Status, string Reason);
}
