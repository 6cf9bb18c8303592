using System.Text.Json;
using System.Text.Json.Serialization;
using GameServer.Chat;
using GameServer.Combat;
using GameServer.Matches;
using GameServer.Players;

namespace GameServer.Connections;

/// <summary>What players are sent, in the same form as <see cref="ClientMessage"/>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Welcome), "welcome")]
[JsonDerivedType(typeof(SearchEnded), "search_ended")]
[JsonDerivedType(typeof(MatchStarted), "match_started")]
[JsonDerivedType(typeof(MatchState), "state")]
[JsonDerivedType(typeof(Kill), "kill")]
[JsonDerivedType(typeof(MatchEnded), "match_ended")]
[JsonDerivedType(typeof(ChatLine), "chat")]
[JsonDerivedType(typeof(Standings), "leaderboard")]
[JsonDerivedType(typeof(Refusal), "refusal")]
[JsonDerivedType(typeof(Ping), "ping")]
public abstract record ServerMessage([property: JsonIgnore] string Kind)
{
    public WireMessage ToWire() => new(Kind, JsonSerializer.SerializeToUtf8Bytes(this, GameJson.Default.ServerMessage));
}

public sealed record Welcome(string Name, string ResumeKey, bool IsPlaying) : ServerMessage("welcome");

public sealed record SearchEnded(string Reason) : ServerMessage("search_ended");

public sealed record MatchStarted(int Match, GameMode Mode, int You, int ScoreLimit, IReadOnlyList<Opponent> Fighters) : ServerMessage("match_started")
{
    public static MatchStarted For(Fighter fighter, Match match) => new(
        match.Id,
        match.Mode,
        fighter.Id,
        match.ScoreLimit,
        [.. match.Fighters.Select(other => new Opponent(other.Name, other.Team))]);
}

public sealed record Opponent(string Name, int Team);

/// <summary>Everybody in the order of <see cref="MatchStarted.Fighters"/>.</summary>
public sealed record MatchState(int Tick, IReadOnlyList<FighterState> Fighters) : ServerMessage("state");

/// <summary>Position in metres, to the decimetre.</summary>
public readonly record struct FighterState(float X, float Y, int Health, int Kills)
{
    public static FighterState Of(Fighter fighter) =>
        new(MathF.Round(fighter.Position.X, 1), MathF.Round(fighter.Position.Y, 1), fighter.Health, fighter.Kills);
}

public sealed record Kill(int Killer, int Victim, WeaponType Weapon) : ServerMessage("kill");

public sealed record MatchEnded(MatchEnding Ending, IReadOnlyList<int> Scores) : ServerMessage("match_ended");

public sealed record ChatLine(string From, ChatChannel Channel, string Text) : ServerMessage("chat");

public sealed record Standings(IReadOnlyList<PlayerProfile> Players) : ServerMessage("leaderboard");

/// <summary>A command was not carried out.</summary>
public sealed record Refusal(string Reason) : ServerMessage("refusal");

/// <summary>To be answered by <see cref="Pong"/> at once: how the server learns how far away a player is.</summary>
public sealed record Ping(int Number) : ServerMessage("ping");
