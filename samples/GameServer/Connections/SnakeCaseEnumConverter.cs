using System.Text.Json;
using System.Text.Json.Serialization;

namespace GameServer.Connections;

/// <summary>An enum by its name in snake_case; numbers are refused, as any number would pass.</summary>
public sealed class SnakeCaseEnumConverter<TEnum>()
    : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where TEnum : struct, Enum;
