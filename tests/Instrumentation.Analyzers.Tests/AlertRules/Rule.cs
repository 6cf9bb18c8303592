namespace Instrumentation.Analyzers.Tests.AlertRules;

/// <summary>Sources around one alert rule, so that a test shows the condition and nothing else.</summary>
internal static class Rule
{
    /// <summary>On an operation with labels.</summary>
    internal static string OnOperation(string condition, string settings = "") => $$"""
        public enum Weapon { Rifle, Bow }
        public partial class Combat
        {
            [MonitoredOperation]
            [AlertRule("SlowCombat", "{{condition}}"{{settings}})]
            public int Act(int target, [MetricLabel] Weapon weapon) => target;
        }
        """;

    /// <summary>On a metric.</summary>
    internal static string OnMetric(string kind, string name, string condition) => $$"""
        public partial class Combat
        {
            [GameMetric(MetricKind.{{kind}}, "{{name}}")]
            [AlertRule("OnMetric", "{{condition}}")]
            public partial void Record({{(kind == "Counter" ? "" : "double value")}});
        }
        """;

    /// <summary>On the assembly, beside metrics of all kinds.</summary>
    internal static string OnAssembly(string condition) => $$"""
        [assembly: InstrumentationDefaults(Prefix = "game")]
        [assembly: AlertRule("OfAssembly", "{{condition}}")]
        public enum Weapon { Rifle, Bow }
        public partial class Combat
        {
            [MonitoredOperation] public int Act(int target, [MetricLabel] Weapon weapon) => target;
            [GameMetric(MetricKind.Counter, "kills_total")] public partial void Kill(Weapon weapon, [MetricLabel(Values = new[] { "eu", "us" })] string region);
            [GameMetric(MetricKind.Gauge, "players")] public static int Players => 1;
            [GameMetric(MetricKind.Histogram, "damage_seconds", Buckets = new[] { 1.0, 5 })] public partial void Hurt(double damage, [MetricLabel(Limit = 5)] string map);
        }
        [GameEvent("hits")] public partial record Hit([property: MetricLabel] Weapon Weapon);
        """;
}
