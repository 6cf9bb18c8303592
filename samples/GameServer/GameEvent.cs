namespace GameServer;

/// <summary>What the game counts about itself.</summary>
public enum GameEvent
{
    SignedIn,
    SignInRefused,
    Dropped,
    Reconnected,
    Command,
    BadCommand,
    MatchStarted,
    MatchFinished,
    Tick,
    LateTick,
    Shot,
    Hit,
    Kill,
    ChatMessage,
    TooSlow,
}
