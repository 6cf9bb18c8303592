namespace GameServer.Connections;

/// <summary>Commands as the ready-made metrics take them: as they are called in the protocol.</summary>
public static class CommandLabels
{
    public static string ToLabel(this CommandKind command) => command switch
    {
        CommandKind.FindMatch => "find_match",
        CommandKind.StopSearch => "stop_search",
        CommandKind.Move => "move",
        CommandKind.Fire => "fire",
        CommandKind.Say => "say",
        CommandKind.ShowLeaderboard => "show_leaderboard",
        _ => "other",
    };
}
