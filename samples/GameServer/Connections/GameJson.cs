using System.Text.Json.Serialization;
using GameServer.Chat;
using GameServer.Combat;
using GameServer.Matches;
using GameServer.Matchmaking;
using GameServer.Pages;
using Instrumentation;
using Instrumentation.Alerting.Lifecycle;

namespace GameServer.Connections;

/// <summary>The wire form of all that is sent and received: snake_case, enums by name.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters =
    [
        typeof(SnakeCaseEnumConverter<AlertSeverity>),
        typeof(SnakeCaseEnumConverter<AlertState>),
        typeof(SnakeCaseEnumConverter<ChatChannel>),
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
