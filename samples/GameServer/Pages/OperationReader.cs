namespace GameServer.Pages;

/// <summary>Reads the monitored operations.</summary>
public sealed class OperationReader
{
    public IReadOnlyList<OperationStatus> Read() => [];
}
