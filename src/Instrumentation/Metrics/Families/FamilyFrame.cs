namespace Instrumentation.Metrics.Families;

/// <summary>One family in a snapshot: which of the series are its own.</summary>
internal readonly record struct FamilyFrame(MetricFamily Family, int First, int Count);
