using Instrumentation;

namespace GameServer.Connections;

/// <summary>A player's connection broke, or was cut because the player did not keep up.</summary>
[GameEvent("drop_outs", Help = "Connections of players that broke.")]
public readonly partial record struct DropOut([MetricLabel] DropOutReason Reason, [EventId] string? Player);
