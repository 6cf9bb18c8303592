using System.Text.Json.Serialization;
using GameServer.Chat;
using GameServer.Combat;
using GameServer.Matches;
using GameServer.Matchmaking;
using GameServer.Pages;

namespace GameServer.Connections;

/// <summary>The wire form of all that is sent and received: snake_case, enums by name.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters =
    [
        typeof(SnakeCaseEnumConverter<ChatChannel>),
        typeof(SnakeCaseEnumConverter<GameEvent>),
        typeof(SnakeCaseEnumConverter<GameMode>),
        typeof(SnakeCaseEnumConverter<MatchEnding>),
        typeof(SnakeCaseEnumConverter<Region>),
        typeof(SnakeCaseEnumConverter<WeaponType>),
    ],
    AllowOutOfOrderMetadataProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ClientMessage))]
[JsonSerializable(typeof(ServerMessage))]
[JsonSerializable(typeof(MatchEvent))]
[JsonSerializable(typeof(ServerStatus))]
public sealed partial class GameJson : JsonSerializerContext;
