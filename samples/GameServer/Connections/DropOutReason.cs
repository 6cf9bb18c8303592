namespace GameServer.Connections;

public enum DropOutReason
{
    ConnectionLost,
    TooSlow,
}
