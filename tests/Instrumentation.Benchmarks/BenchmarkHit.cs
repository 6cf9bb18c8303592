namespace Instrumentation.Benchmarks;

[GameEvent("benchmark_hits", Help = "Hits.")]
internal readonly partial record struct BenchmarkHit(
    [MetricLabel] Weapon Weapon,
    [MetricLabel] Region Region,
    [GameMetric(MetricKind.Histogram, "benchmark_hit_damage", Help = "Damage of a hit.", Buckets = [10, 25, 50, 100], Labels = ["weapon"])] double Damage);
