namespace GameServer.Matches;

/// <summary>What is kept of a match.</summary>
public sealed record MatchResult(GameMode Mode, MatchEnding Ending, IReadOnlyList<PlayerResult> Players)
{
    public static MatchResult Of(Match match)
    {
        var best = match.BestScore;
        return new MatchResult(
            match.Mode,
            match.Ending ?? throw new InvalidOperationException($"Match {match.Id} is still on."),
            [
                .. from fighter in match.Fighters
                   select new PlayerResult(fighter.Name, fighter.Kills, fighter.Deaths, Won: match.ScoreOf(fighter) == best),
            ]);
    }
}

public sealed record PlayerResult(string Name, int Kills, int Deaths, bool Won);
