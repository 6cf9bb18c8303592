namespace GameServer.Connections;

/// <summary>A message as it goes over the wire, and of which kind it is.</summary>
public readonly record struct WireMessage(string Kind, ReadOnlyMemory<byte> Bytes);
