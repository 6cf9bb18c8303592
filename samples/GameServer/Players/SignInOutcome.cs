namespace GameServer.Players;

public enum SignInOutcome
{
    Accepted,
    Resumed,
    Refused,
}
