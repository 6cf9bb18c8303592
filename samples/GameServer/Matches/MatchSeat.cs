namespace GameServer.Matches;

/// <summary>A player's place in a match.</summary>
public sealed record MatchSeat(Match Match, Fighter Fighter);
