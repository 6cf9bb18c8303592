using System.Net.WebSockets;
using System.Threading.Channels;
using Instrumentation;
using Instrumentation.Games.Messages;

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
    private readonly Channel<Outgoing> _outbox;
    private readonly TimeProvider _time;
    private Goodbye? _goodbye;

    public PlayerConnection(WebSocket socket, TimeProvider time)
    {
        _socket = socket;
        _time = time;
        _reader = new MessageReader(socket, LongestMessage);
        _outbox = Channel.CreateBounded<Outgoing>(new BoundedChannelOptions(MostWaitingMessages) { SingleReader = true });
        Heartbeat = new Heartbeat(time);
    }

    public Heartbeat Heartbeat { get; }

    /// <summary>The next command, or null once the client has closed.</summary>
    /// <exception cref="InvalidCommandException">It is no command; the next may be.</exception>
    public async ValueTask<ClientMessage?> ReceiveAsync(CancellationToken cancellationToken) =>
        await _reader.ReadAsync(cancellationToken) is { } message ? ClientMessageParser.Parse(message.Span) : null;

    public void Send(ServerMessage message) => Send(message.ToWire());

    public void Send(WireMessage message)
    {
        if (!_outbox.Writer.TryWrite(new Outgoing(message, _time.GetTimestamp())) && Volatile.Read(ref _goodbye) is null)
        {
            new DropOut(DropOutReason.TooSlow, Player: null).Record();
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
        await foreach (var outgoing in _outbox.Reader.ReadAllAsync(cancellationToken))
        {
            await DeliverAsync(outgoing, cancellationToken);
        }

        if (_goodbye is { } goodbye && _socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            await _socket.CloseOutputAsync(goodbye.Status, goodbye.Reason, cancellationToken);
        }
    }

    private async ValueTask DeliverAsync(Outgoing outgoing, CancellationToken cancellationToken)
    {
        var status = DeliveryStatus.Failed;
        try
        {
            await WriteAsync(outgoing.Message.Bytes, cancellationToken);
            status = DeliveryStatus.Delivered;
        }
        finally
        {
            new MessageDelivery { Type = outgoing.Message.Kind, Status = status, DeliveryTime = _time.GetElapsedTime(outgoing.QueuedAt) }.Record();
        }
    }

    // The busiest path of the server. Broken writes show under its failures.
    [MonitoredOperation(SampleEvery = 16, Trace = false)]
    private ValueTask WriteAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken) =>
        _socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);

    private readonly record struct Outgoing(WireMessage Message, long QueuedAt);

    private sealed record Goodbye(WebSocketCloseStatus Status, string Reason);
}
