using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Verification;

namespace Instrumentation.Analyzers.Tests.Rules;

public class INST015ConflictingDefinitionsTests
{
    [Theory]
    [InlineData("[MonitoredOperation] public void Act() { } [[|MonitoredOperation|]] public void Act([MetricLabel] bool melee) { }")]
    [InlineData("[MonitoredOperation(\"a\")] public void A() { } [[|MonitoredOperation(\"a\", SampleEvery = 2)|]] public void B() { }")]
    [InlineData("[MonitoredOperation(\"a\")] public void A() { } [[|MonitoredOperation(\"a\", Buckets = [1])|]] public void B() { }")]
    public Task Methods_that_share_a_name_but_not_the_settings_are_reported(string members) =>
        Verify.Analyzer<INST015ConflictingDefinitionsAnalyzer>($"partial class C {{ {members} }}");

    [Theory]
    [InlineData("[MonitoredOperation] public void Act() { } [MonitoredOperation] public void Act(int x) { }")]
    [InlineData("[MonitoredOperation(\"C.Act\")] public void A() { } [MonitoredOperation] public void Act(int x) { }")]
    [InlineData("[MonitoredOperation] public void Act([MetricLabel] bool melee) { } [MonitoredOperation] public void Act([MetricLabel] bool melee, int x) { }")]
    [InlineData("[MonitoredOperation(\"a\")] public void A() { } [MonitoredOperation(\"b\", SampleEvery = 2)] public void B() { }")]
    public Task Equal_settings_and_other_names_do_not_trigger(string members) =>
        Verify.Analyzer<INST015ConflictingDefinitionsAnalyzer>($"partial class C {{ {members} }}");
}
