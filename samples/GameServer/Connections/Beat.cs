using Instrumentation.Games.Connections;

namespace GameServer.Connections;

/// <summary>What a <see cref="Heartbeat"/> has to tell.</summary>
/// <param name="Ping">What to send to the client.</param>
/// <param name="RoundTrip">How long the answer to the last ping took; null when there was none.</param>
/// <param name="IsMissed">Whether the last ping was not answered.</param>
/// <param name="Change">Set when the client has stopped answering, or began to again.</param>
public readonly record struct Beat(Ping Ping, TimeSpan? RoundTrip, bool IsMissed, ConnectionEventType? Change);
