using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

namespace Instrumentation.Analyzers.Tests.Rules;

public class INST003WithoutEffectTests
{
    [Theory]
    [InlineData("partial class C { [[|NotMonitored|]] public void Act() { } }")]
    [InlineData("partial class C { public void Act([[|MetricLabel|]] bool melee) { } }")]
    [InlineData("partial class C { [[|MonitoredOperation|], NotMonitored] public void Act() { } }")]
    [InlineData("partial class C { [MonitoredOperation([|Help = \"Acts.\"|])] public void Act() { } }")]
    [InlineData("[MonitoredOperation([|Metric = \"act_seconds\"|])] partial class C { public void Act() { } }")]
    [InlineData("[[|MonitoredOperation|]] partial class C { void Act() { } }")]
    [InlineData("[MonitoredOperation] partial class C { public void Act() { } void Other([[|MetricLabel|]] bool melee) { } }")]
    public Task What_changes_nothing_is_reported(string source) => Verify.Analyzer<INST003WithoutEffectAnalyzer>(source);

    [Theory]
    [InlineData("[MonitoredOperation] partial class C { public void Act([MetricLabel] bool melee) { } [NotMonitored] public void Other() { } }")]
    [InlineData("partial class C { [MonitoredOperation(Metric = \"act_seconds\", Help = \"Acts.\")] public void Act([MetricLabel] bool melee) { } }")]
    [InlineData("[MonitoredOperation(\"combat\", SampleEvery = 8)] partial class C { public void Act() { } }")]
    public Task What_has_an_effect_does_not_trigger(string source) => Verify.Analyzer<INST003WithoutEffectAnalyzer>(source);

    [Fact]
    public Task The_fix_removes_an_attribute() =>
        Verify.Fix<INST003WithoutEffectAnalyzer, INST003WithoutEffectFix>(
            "partial class C { public void Act([[|MetricLabel|]] bool melee) { } }",
            "partial class C { public void Act(bool melee) { } }");

    [Fact]
    public Task The_fix_removes_a_setting_and_then_the_empty_parentheses() =>
        Verify.Fix<INST003WithoutEffectAnalyzer, INST003WithoutEffectFix>(
            "partial class C { [MonitoredOperation([|Help = \"Acts.\"|])] public void Act() { } }",
            "partial class C { [MonitoredOperation] public void Act() { } }");

    [Theory]
    [InlineData("""static partial class C { [GameMetric(MetricKind.Counter, "x_total")] public static partial void X([MetricLabel(Limit = 5)] string map); }""")]
    [InlineData("""[GameEvent("hits")] partial record Hit([MetricLabel(Limit = 5)] string Map);""")]
    [InlineData("""[GameEvent("hits")] readonly partial record struct Hit([MetricLabel(Limit = 5)] string Map, [EventId] Guid Match);""")]
    public Task Labels_of_metrics_and_events_have_an_effect(string source) => Verify.Analyzer<INST003WithoutEffectAnalyzer>(source);
}
