namespace GameServer.Players;

/// <summary>Somebody may not come in: wrong token, unknown resume key, or a full server.</summary>
public sealed class SignInRefusedException(string reason) : Exception(reason);
