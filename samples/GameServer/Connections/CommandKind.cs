namespace GameServer.Connections;

public enum CommandKind
{
    SignIn,
    Resume,
    FindMatch,
    StopSearch,
    Move,
    Fire,
    Say,
    ShowLeaderboard,
    Pong,
    Leave,
}
