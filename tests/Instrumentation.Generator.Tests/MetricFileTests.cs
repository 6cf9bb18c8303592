using Instrumentation.Generator.Tests.Harness;

namespace Instrumentation.Generator.Tests;

public sealed class MetricFileTests
{
    [Fact]
    public void Static_methods()
    {
        var run = GeneratorRun.Clean("""
            namespace Game;

            public enum WeaponType { Rifle, ShotGun, [LabelValue("blade")] Knife }

            public static partial class Combat
            {
                /// <summary>Players <c>killed</c>, by <see cref="WeaponType"/>. Not by name.</summary>
                [GameMetric(MetricKind.Counter, "combat_kills_total", Owner = "combat")]
                public static partial void Kill(WeaponType weapon, bool? critical, [MetricLabel("map", Limit = 50)] string? mapName);

                [GameMetric(MetricKind.Histogram, "combat_damage", Help = "Damage of a hit.", Buckets = [1, 10, 100])]
                public static partial void Damage(in int amount, WeaponType weapon);

                [GameMetric(MetricKind.Histogram, "combat_respawn_milliseconds", Preset = BucketPreset.NetworkLatency)]
                internal static partial void Respawn(TimeSpan duration);

                [GameMetric(MetricKind.Gauge, "arena_players")]
                private static partial void Players(double count, [MetricLabel(Values = ["eu", "us"])] string region);

                [GameMetric(MetricKind.UpDownCounter, "arena_gold", ExpireAfter = "1h30m")]
                private static partial void Gold(decimal? amount, [MetricLabel(Limit = 3)] string region);

                [GameMetric(MetricKind.Counter, "traffic_bytes_total")]
                private static partial void Sent(ulong bytes);

                [GameMetric(MetricKind.Counter, "refused")]
                private static partial void Refused(WeaponType weapon);
            }
            """);
        Snapshot.Verify(run.File("Game.Combat-Metrics.g.cs"));
        Snapshot.Verify(run.Registration(), "Registration");
        Snapshot.Verify(run.File("InstrumentationMetrics.g.cs"), "Declared");
    }

    [Fact]
    public void Event() => Verify("""
        namespace Game;

        public enum WeaponType { Rifle, ShotGun }

        [GameEvent("combat_hits", Help = "Hits.", Owner = "combat", ExpireAfter = "15m")]
        public readonly partial record struct CombatHit(
            [MetricLabel] WeaponType Weapon,
            [MetricLabel(Limit = 20)] string Map,
            [GameMetric(MetricKind.Histogram, "combat_damage"), GameMetric(MetricKind.Counter, "combat_damage_dealt_total", Labels = ["weapon"])] int Damage,
            [property: GameMetric(MetricKind.Gauge, "combat_last_range_meters", Labels = [])] double? Range,
            [field: EventId] string? Player,
            [EventId("match")] Guid MatchId);
        """, "Game.CombatHit-Metrics.g.cs");

    private static void Verify(string source, string hintName, [System.Runtime.CompilerServices.CallerMemberName] string method = "") =>
        Snapshot.Verify(GeneratorRun.Clean(source).File(hintName), method: method);
}
