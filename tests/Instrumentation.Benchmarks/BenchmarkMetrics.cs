namespace Instrumentation.Benchmarks;

internal static partial class BenchmarkMetrics
{
    [GameMetric(MetricKind.Counter, "benchmark_kills_total", Help = "Kills.")]
    internal static partial void Kill(Weapon weapon, Region region);

    [GameMetric(MetricKind.Counter, "benchmark_rounds_total", Help = "Rounds.")]
    internal static partial void Round([MetricLabel(Limit = 50)] string map);

    [GameMetric(MetricKind.Histogram, "benchmark_turn_seconds", Help = "Turns.")]
    internal static partial void Turn(double seconds);
}
