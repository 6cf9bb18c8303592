namespace Instrumentation.Alerting.Lifecycle;

/// <summary>What is stored about transitions.</summary>
/// <param name="Sequence">The number of the last one.</param>
/// <param name="Sinks">For each sink, the number up to which it has dealt with them.</param>
/// <param name="Waiting">Those that some sink has not dealt with.</param>
public sealed record LedgerState(long Sequence, IReadOnlyDictionary<string, long> Sinks, IReadOnlyList<AlertTransition> Waiting);
