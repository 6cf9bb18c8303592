namespace GameServer.Matches;

public enum GameMode
{
    Duel,
    FreeForAll,
    TeamDeathmatch,
}
