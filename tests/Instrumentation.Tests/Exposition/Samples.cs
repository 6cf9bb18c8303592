using Instrumentation.Metrics;

namespace Instrumentation.Tests.Exposition;

/// <summary>A registry with one of everything, and with what is hard to write.</summary>
internal static class Samples
{
    internal static InstrumentRegistry Registry()
    {
        var registry = new InstrumentRegistry(new FixedTime());
        registry.Counter("kills_total", "Kills \\ with a \"quote\"\nand a second line.", Label.ForValues("map", "dust", "a\\b\"c\nd", "日本"))
            .Add(3, "a\\b\"c\nd");
        registry.Counter("played_seconds_total", "Time played.", "seconds").Add(0.1);
        registry.Gauge("nothing", "Not a number.").Set(double.NaN);
        registry.Gauge("everything", "Infinite.").Set(double.PositiveInfinity);
        registry.Gauge("tiny", "Tiny.").Set(5e-324);
        registry.UpDownCounter("players", "Players.", Label.ForBool("bot")).Add(-4, true);
        var turns = registry.Histogram("turn_seconds", "Turns.", [0.00001, 0.25, 1, 1_000_000, 1e21], Label.ForBool("bot"), "seconds");
        turns.Observe(0.25, false);
        turns.Observe(7, false);
        return registry;
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);
    }
}
