using System.Text.Json.Serialization;
using GameServer.Chat;
using GameServer.Combat;
using GameServer.Matches;
using GameServer.Matchmaking;

namespace GameServer.Connections;

/// <summary>What players send: one JSON object a WebSocket text message, told apart by its <c>type</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(SignIn), "sign_in")]
[JsonDerivedType(typeof(Resume), "resume")]
[JsonDerivedType(typeof(FindMatch), "find_match")]
[JsonDerivedType(typeof(StopSearch), "stop_search")]
[JsonDerivedType(typeof(Move), "move")]
[JsonDerivedType(typeof(Fire), "fire")]
[JsonDerivedType(typeof(Say), "say")]
[JsonDerivedType(typeof(ShowLeaderboard), "show_leaderboard")]
[JsonDerivedType(typeof(Pong), "pong")]
[JsonDerivedType(typeof(Leave), "leave")]
public abstract record ClientMessage([property: JsonIgnore] CommandKind Kind);

public sealed record SignIn(string Name, string Token, Region Region) : ClientMessage(CommandKind.SignIn);

public sealed record Resume(string Key) : ClientMessage(CommandKind.Resume);

public sealed record FindMatch(GameMode Mode) : ClientMessage(CommandKind.FindMatch);

public sealed record StopSearch() : ClientMessage(CommandKind.StopSearch);

public sealed record Move(float X, float Y) : ClientMessage(CommandKind.Move);

public sealed record Fire(int Target, WeaponType Weapon) : ClientMessage(CommandKind.Fire);

public sealed record Say(ChatChannel Channel, string Text) : ClientMessage(CommandKind.Say);

public sealed record ShowLeaderboard() : ClientMessage(CommandKind.ShowLeaderboard);

/// <summary>The answer to <see cref="Ping"/>, with its number.</summary>
public sealed record Pong(int Number) : ClientMessage(CommandKind.Pong);

public sealed record Leave() : ClientMessage(CommandKind.Leave);
