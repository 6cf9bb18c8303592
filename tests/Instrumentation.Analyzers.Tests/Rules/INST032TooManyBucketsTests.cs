using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Verification;

namespace Instrumentation.Analyzers.Tests.Rules;

public class INST032TooManyBucketsTests
{
    [Theory]
    [InlineData("""static partial class C { [GameMetric(MetricKind.Histogram, "x", Buckets = [|BOUNDS|])] public static partial void X(double value); }""")]
    [InlineData("""partial class C { [MonitoredOperation(Buckets = [|BOUNDS|])] public void Act() { } }""")]
    [InlineData("""[GameEvent] partial record E([GameMetric(MetricKind.Histogram, "x", Buckets = [|BOUNDS|])] double X);""")]
    public Task More_buckets_than_thirty_are_reported(string source) => Verify.Analyzer<INST032TooManyBucketsAnalyzer>(source.Replace("BOUNDS", Bounds(31), StringComparison.Ordinal));

    [Fact]
    public Task The_number_is_a_setting() => Verify.Analyzer<INST032TooManyBucketsAnalyzer>(
        $$"""partial class C { [MonitoredOperation(Buckets = [|{{Bounds(6)}}|])] public void Act() { } [MonitoredOperation(Buckets = {{Bounds(5)}})] public void Other() { } }""",
        "root = true\n[*.cs]\ninstrumentation_max_buckets = 5\n");

    [Theory]
    [InlineData("Buckets = BOUNDS")]
    [InlineData("Preset = BucketPreset.Duration")]
    [InlineData("Help = \"H.\"")]
    public Task Up_to_thirty_do_not_trigger(string setting) => Verify.Analyzer<INST032TooManyBucketsAnalyzer>(
        $$"""static partial class C { [GameMetric(MetricKind.Histogram, "x", {{setting.Replace("BOUNDS", Bounds(30), StringComparison.Ordinal)}})] public static partial void X(double value); }""");

    private static string Bounds(int count) => $"[{string.Join(", ", Enumerable.Range(1, count))}]";
}
