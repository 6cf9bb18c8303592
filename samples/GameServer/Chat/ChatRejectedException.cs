namespace GameServer.Chat;

public sealed class ChatRejectedException(string reason) : Exception(reason);
