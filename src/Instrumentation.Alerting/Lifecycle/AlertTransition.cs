namespace Instrumentation.Alerting.Lifecycle;

/// <summary>An alert went from one state to another. Immutable.</summary>
/// <param name="Sequence">Its number: each is greater than those before it, also after a restart that kept the state.</param>
/// <param name="From">The state before.</param>
/// <param name="To">The state from now on; <see cref="AlertState.Inactive"/> for a pending alert that never fired.</param>
/// <param name="Time">The time of the evaluation that found it.</param>
/// <param name="Alert">The alert, in its new state.</param>
public sealed record AlertTransition(long Sequence, AlertState From, AlertState To, DateTimeOffset Time, Alert Alert);
