namespace GameServer.Connections;

/// <summary>A player sent something that makes no sense; it is told so, and stays connected.</summary>
public sealed class InvalidCommandException : Exception
{
    public InvalidCommandException(string reason)
        : base(reason)
    {
    }

    public InvalidCommandException(string reason, Exception cause)
        : base(reason, cause)
    {
    }
}
