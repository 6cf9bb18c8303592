namespace GameServer.Connections;

public sealed class MessageTooLongException(int maxBytes) : Exception($"A message may have at most {maxBytes} bytes.");
