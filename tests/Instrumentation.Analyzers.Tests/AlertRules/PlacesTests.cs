using Instrumentation.Analyzers.AlertRules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

namespace Instrumentation.Analyzers.Tests.AlertRules;

/// <summary>The mistake is underlined where it stands, however the text is written.</summary>
public class PlacesTests
{
    [Theory]
    [InlineData("\"[|p59|] > 100ms\"")]
    [InlineData("\"\\t[|p59|] > 100ms\"")]
    [InlineData("\"\\u0070\\x00395 > 1s and [|p59|] > 100ms\"")]
    [InlineData("\"\\U00000020[|p\\u00359|] > 100ms\"")]
    [InlineData("@\"[|p59|] > 100ms\"")]
    [InlineData("@\"p95 > 1s\n  and [|p59|] > 100ms\"")]
    [InlineData("\"\"\"[|p59|] > 100ms\"\"\"")]
    [InlineData("\"\"\"\"[|p59|] > 100ms\"\"\"\"")]
    [InlineData("\"\"\"\n        p95 > 1s\n          and [|p59|] > 100ms\n        \"\"\"")]
    [InlineData("\"\"\"\r\n        p95 > 1s\r\n\r\n        and [|p59|] > 100ms\r\n        \"\"\"")]
    [InlineData("\"p95 > 1s and \" + \"[|p59|] > 100ms\"")]
    [InlineData("\"p95 > 1s and [|p\" + \"59|] > 100ms\"")]
    [InlineData("(\"p95 > 1s and \" + (@\"[|p59|] > \" + \"\"\"100ms\"\"\"))")]
    [InlineData("$\"[|p59|] > {Limit}\"")]
    [InlineData("$\"p95 > {Limit} and [|p59|] > {Limit}\"")]
    [InlineData("$@\"p95 > {Limit} and [|p59|] > {Limit}\"")]
    [InlineData("$\"\"\"p95 > {Limit} and [|p59|] > {Limit}\"\"\"")]
    [InlineData("\"p95 > \" + Limit + \" and [|p59|] > 1s\"")]
    [InlineData("condition: \"[|p59|] > 100ms\"")]
    public Task In_every_kind_of_string(string condition) => Verify.Analyzer<INST041UnknownShorthandAnalyzer>(
        $"public partial class C {{ private const string Limit = \"100ms\"; [MonitoredOperation] [AlertRule(\"X\", {condition})] public void M() {{ }} }}");

    [Theory]
    [InlineData("", "AlertRuleAttribute")]
    [InlineData("", "Instrumentation.AlertRule")]
    [InlineData("", "global::Instrumentation.AlertRule")]
    [InlineData("using Alarm = Instrumentation.AlertRuleAttribute;", "Alarm")]
    [InlineData("using AlarmAttribute = Instrumentation.AlertRuleAttribute;", "Alarm")]
    [InlineData("global using Alarm = Instrumentation.AlertRuleAttribute;", "Alarm")]
    [InlineData("namespace N; using Alarm = Instrumentation.AlertRuleAttribute;", "Alarm")]
    public Task Under_every_name_of_the_attribute(string directive, string name) => Verify.Analyzer<INST041UnknownShorthandAnalyzer>(
        $"{directive} public partial class C {{ [MonitoredOperation] [{name}(\"X\", \"[|p59|] > 100ms\")] public void M() {{ }} }}");

    [Fact]
    public Task In_a_constant_of_the_same_file() => Verify.Analyzer<INST041UnknownShorthandAnalyzer>("""
        public static class Conditions { public const string Slow = "[|p59|] > 100ms"; }
        public partial class C { [MonitoredOperation] [AlertRule("X", Conditions.Slow)] public void M() { } }
        """);

    [Fact]
    public Task In_what_has_no_place_of_its_own_the_whole_is_underlined() => Verify.Analyzer<INST041UnknownShorthandAnalyzer>("""
        public partial class C { private class p59; [MonitoredOperation] [AlertRule("X", [|nameof(p59)|] + " > 100ms")] public void M() { } }
        """);

    [Theory]
    [InlineData("[AlertRule(\"X\", \"[|p59|] > 1s\")] [GameMetric(MetricKind.Histogram, \"x_seconds\")] public partial void M(double x);")]
    [InlineData("[AlertRule(\"X\", \"[|vale|] > 1\")] [GameMetric(MetricKind.Gauge, \"x\")] public int M => 1;")]
    [InlineData("[AlertRule(\"X\", \"[|vale|] > 1\")] [GameMetric(MetricKind.Gauge, \"x\")] public int _m;")]
    public Task On_every_kind_of_member(string member) => Verify.Analyzer<INST041UnknownShorthandAnalyzer>($"public partial class C {{ {member} }}");

    [Fact]
    public Task On_events_and_their_members() => Verify.Analyzer<INST041UnknownShorthandAnalyzer>("""
        [GameEvent("hits")] [AlertRule("A", "[|cuont|] > 5")]
        public partial record Hit([property: GameMetric(MetricKind.Histogram, "damage")] [property: AlertRule("B", "[|p59|] > 5")] double Damage);
        [GameEvent] [AlertRule("C", "[|count|] > 5")] public partial record Nameless;
        """);

    [Fact]
    public Task Of_a_refused_member_nothing_is_said() => Verify.Analyzer<INST041UnknownShorthandAnalyzer>("""
        public class NotPartial { [MonitoredOperation] [AlertRule("X", "p59 > 100ms")] public void M() { } }
        """);

    [Theory]
    [InlineData("\"[|p59|] > 100ms\"", "\"p95 > 100ms\"")]
    [InlineData("@\"[|p59|] > 100ms\"", "@\"p95 > 100ms\"")]
    [InlineData("\"\"\"[|p59|] > 100ms\"\"\"", "\"\"\"p95 > 100ms\"\"\"")]
    [InlineData("$\"[|p59|] > {\"100ms\"}\"", "$\"p95 > {\"100ms\"}\"")]
    public Task The_fix_edits_every_kind_of_string(string wrong, string right) => Verify.Fix<INST041UnknownShorthandAnalyzer, INST041UnknownShorthandFix>(
        $"public partial class C {{ [MonitoredOperation] [AlertRule(\"X\", {wrong})] public void M() {{ }} }}",
        $"public partial class C {{ [MonitoredOperation] [AlertRule(\"X\", {right})] public void M() {{ }} }}");
}
