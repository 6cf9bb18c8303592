namespace Instrumentation.Benchmarks;

[GameEvent("benchmark_identified_hits", Help = "Hits of known players.")]
internal readonly partial record struct BenchmarkIdentifiedHit(
    [MetricLabel] Weapon Weapon,
    [MetricLabel] Region Region,
    [GameMetric(MetricKind.Histogram, "benchmark_identified_hit_damage", Help = "Damage of a hit.", Buckets = [10, 25, 50, 100], Labels = ["weapon"])] double Damage,
    [EventId] Guid PlayerId);
