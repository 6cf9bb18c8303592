using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

namespace Instrumentation.Analyzers.Tests.Rules;

public class INST010InvalidSampleEveryTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-64)]
    public Task Less_than_one_is_reported_and_removed(int every) =>
        Verify.Fix<INST010InvalidSampleEveryAnalyzer, INST010InvalidSampleEveryFix>(
            $$"""partial class C { [MonitoredOperation("act", [|SampleEvery = {{every}}|])] public void Act() { } }""",
            """partial class C { [MonitoredOperation("act")] public void Act() { } }""");

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    public Task One_and_more_do_not_trigger(int every) =>
        Verify.Analyzer<INST010InvalidSampleEveryAnalyzer>(
            $$"""partial class C { [MonitoredOperation(SampleEvery = {{every}})] public void Act() { } }""");
}
