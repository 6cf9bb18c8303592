namespace GameServer.Matches;

public enum MatchEnding
{
    ScoreLimit,
    TimeLimit,
    Deserted,
    Shutdown,
}
