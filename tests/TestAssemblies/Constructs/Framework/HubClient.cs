using System.Net.WebSockets;
using System.Text;

namespace Constructs.Framework;

/// <summary>As much of SignalR's JSON protocol as it takes to call a hub over a real socket.</summary>
public sealed class HubClient : IAsyncDisposable
{
    private const char End = '\u001e';
    private readonly ClientWebSocket _socket = new();
    private readonly StringBuilder _received = new();

    public static async Task<HubClient> Connect(string address, string path)
    {
        var client = new HubClient();
        await client._socket.ConnectAsync(new Uri($"{address.Replace("http", "ws", StringComparison.Ordinal)}/{path}"), CancellationToken.None);
        await client.Send("""{"protocol":"json","version":1}""");
        await client.Receive();
        return client;
    }

    /// <summary>Sends one invocation and returns all messages up to its completion, pings left out.</summary>
    public async Task<List<string>> Invoke(string message)
    {
        await Send(message);
        var answers = new List<string>();
        do
        {
            var answer = await Receive();
            if (!answer.Contains("\"type\":6", StringComparison.Ordinal))
            {
                answers.Add(answer);
            }
        }
        while (answers.Count == 0 || !answers[^1].Contains("\"type\":3", StringComparison.Ordinal));

        return answers;
    }

    public async ValueTask DisposeAsync()
    {
        await _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        _socket.Dispose();
    }

    private Task Send(string message) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    private async Task<string> Receive()
    {
        var buffer = new byte[4096];
        while (true)
        {
            var text = _received.ToString();
            if (text.IndexOf(End, StringComparison.Ordinal) is var end and >= 0)
            {
                _received.Remove(0, end + 1);
                return text[..end];
            }

            var result = await _socket.ReceiveAsync(buffer, CancellationToken.None);
            _received.Append(Encoding.UTF8.GetString(buffer, 0, result.Count));
        }
    }
}
