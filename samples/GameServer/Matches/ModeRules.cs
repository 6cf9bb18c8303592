namespace GameServer.Matches;

/// <summary>What sets one game mode apart. With no teams everybody fights for themselves.</summary>
public sealed record ModeRules(int MinPlayers, int MaxPlayers, int Teams, int ScoreLimit)
{
    public int TeamOf(int player) => Teams == 0 ? player : player % Teams;

    public static ModeRules Of(GameMode mode) => mode switch
    {
        GameMode.Duel => s_duel,
        GameMode.FreeForAll => s_freeForAll,
        GameMode.TeamDeathmatch => s_teamDeathmatch,
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "There is no such game mode."),
    };

    private static readonly ModeRules s_duel = new(MinPlayers: 2, MaxPlayers: 2, Teams: 0, ScoreLimit: 5);
    private static readonly ModeRules s_freeForAll = new(MinPlayers: 2, MaxPlayers: 8, Teams: 0, ScoreLimit: 12);
    private static readonly ModeRules s_teamDeathmatch = new(MinPlayers: 2, MaxPlayers: 8, Teams: 2, ScoreLimit: 25);
}
