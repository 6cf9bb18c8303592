using System.Text.Json;
using Instrumentation;

namespace GameServer.Connections;

public static partial class ClientMessageParser
{
    /// <exception cref="InvalidCommandException">It is no message of this protocol.</exception>
    [MonitoredOperation(SampleEvery = 8)]
    public static ClientMessage Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8, GameJson.Default.ClientMessage)
                ?? throw new InvalidCommandException("null is no command.");
        }
        catch (JsonException exception)
        {
            throw new InvalidCommandException("That is no command.", exception);
        }
    }
}
