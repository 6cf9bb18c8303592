namespace GameServer.Matches;

/// <summary>Game modes as the ready-made metrics take them, by the names that this server's own labels have.</summary>
public static class GameModeLabels
{
    public static string ToLabel(this GameMode mode) => mode switch
    {
        GameMode.Duel => "duel",
        GameMode.FreeForAll => "free_for_all",
        GameMode.TeamDeathmatch => "team_deathmatch",
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "There is no such game mode."),
    };
}
