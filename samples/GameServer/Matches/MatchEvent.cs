using System.Text.Json.Serialization;
using GameServer.Combat;
using GameServer.Matchmaking;

namespace GameServer.Matches;

/// <summary>Something worth telling spectators.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(MatchBegun), "match_begun")]
[JsonDerivedType(typeof(FighterKilled), "kill")]
[JsonDerivedType(typeof(MatchOver), "match_over")]
public abstract record MatchEvent(int Match, GameMode Mode);

public sealed record MatchBegun(int Match, GameMode Mode, Region Region, int Players) : MatchEvent(Match, Mode);

public sealed record FighterKilled(int Match, GameMode Mode, string Killer, string Victim, WeaponType Weapon) : MatchEvent(Match, Mode);

public sealed record MatchOver(int Match, GameMode Mode, MatchEnding Ending, string Winner, int Score) : MatchEvent(Match, Mode);
