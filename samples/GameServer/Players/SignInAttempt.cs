using Instrumentation;

namespace GameServer.Players;

/// <summary>Somebody tried to come in. Who it was goes along with the event, and is no label.</summary>
[GameEvent("sign_ins", Help = "Attempts to sign in or to resume, by what came of them.")]
public readonly partial record struct SignInAttempt([MetricLabel] SignInOutcome Outcome, [EventId] string? Player);
