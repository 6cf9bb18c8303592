namespace GameServer.Chat;

public enum ChatChannel
{
    All,
    Team,
}
