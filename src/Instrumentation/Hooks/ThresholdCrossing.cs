using Instrumentation.Monitoring;

namespace Instrumentation.Hooks;

/// <summary>A value went above its limit, or came back.</summary>
/// <param name="Threshold">Which limit.</param>
/// <param name="IsViolated">Whether the value is above it now.</param>
/// <param name="Value">The value, in the threshold's unit.</param>
/// <param name="Limit">The limit, in the same unit.</param>
/// <param name="Snapshot">The snapshot in which it was seen.</param>
public sealed record ThresholdCrossing(Threshold Threshold, bool IsViolated, double Value, double Limit, PerformanceSnapshot Snapshot);
