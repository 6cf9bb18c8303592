using System.Net.WebSockets;

namespace GameServer.Connections;

/// <summary>Puts whole messages together. For one reader at a time.</summary>
public sealed class MessageReader(WebSocket socket, int maxBytes)
{
    private readonly byte[] _buffer = new byte[maxBytes];

    /// <summary>The next message, valid until the next call; null once the other side has closed.</summary>
    /// <exception cref="WebSocketException">The connection broke.</exception>
    /// <exception cref="MessageTooLongException">A message is longer than this reader takes.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        var length = 0;
        while (length < _buffer.Length)
        {
            var part = await socket.ReceiveAsync(_buffer.AsMemory(length), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            length += part.Count;
            if (part.EndOfMessage)
            {
                return _buffer.AsMemory(0, length);
            }
        }

        throw new MessageTooLongException(maxBytes);
    }
}
