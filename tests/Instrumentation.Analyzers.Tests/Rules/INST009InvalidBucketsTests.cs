using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

namespace Instrumentation.Analyzers.Tests.Rules;

public class INST009InvalidBucketsTests
{
    [Theory]
    [InlineData("[0.1, 0.01, 0.1]", "[0.01, 0.1]")]
    [InlineData("[-1, 0, 1, 0.5]", "[0.5, 1]")]
    public Task Buckets_out_of_order_are_reported_and_sorted(string wrong, string right) =>
        Verify.Fix<INST009InvalidBucketsAnalyzer, INST009InvalidBucketsFix>(
            $$"""partial class C { [MonitoredOperation([|Buckets = {{wrong}}|])] public void Act() { } }""",
            $$"""partial class C { [MonitoredOperation(Buckets = {{right}})] public void Act() { } }""");

    [Theory]
    [InlineData("new double[0]")]
    [InlineData("new[] { 1, double.PositiveInfinity }")]
    [InlineData("new[] { double.NaN }")]
    public Task No_buckets_and_bounds_that_are_not_finite_are_reported(string wrong) =>
        Verify.Analyzer<INST009InvalidBucketsAnalyzer>(
            $$"""partial class C { [MonitoredOperation([|Buckets = {{wrong}}|])] public void Act() { } }""");

    [Theory]
    [InlineData("[0.001]")]
    [InlineData("[0.001, 0.01, 1, 10]")]
    public Task Ascending_bounds_do_not_trigger(string buckets) =>
        Verify.Analyzer<INST009InvalidBucketsAnalyzer>(
            $$"""partial class C { [MonitoredOperation(Buckets = {{buckets}})] public void Act() { } }""");
}
