using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

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

    [Theory]
    [InlineData("[", "]")]
    [InlineData("new double[] { ", " }")]
    [InlineData("new[] { ", " }")]
    public Task The_fix_keeps_some_of_them_and_the_range(string open, string close) => Verify.Fix<INST032TooManyBucketsAnalyzer, INST032TooManyBucketsFix>(
        Histogram($"[|{open}{string.Join(", ", Enumerable.Range(1, 34).Select(static bound => bound + ".0"))}{close}|]"),
        Histogram($"{open}1.0, 3.0, 5.0, 7.0, 9.0, 11.0, 13.0, 15.0, 17.0, 19.0, 21.0, 23.0, 25.0, 27.0, 29.0, 31.0, 33.0, 34.0{close}"));

    [Fact]
    public Task The_fix_leaves_lines_and_comments() => Verify.Fix<INST032TooManyBucketsAnalyzer, INST032TooManyBucketsFix>(
        Histogram($$"""
            [|[
                // Up close.
                {{string.Join(", ", Enumerable.Range(1, 20))}},
                // From afar.
                {{string.Join(", ", Enumerable.Range(21, 19))}},
            ]|]
            """),
        Histogram("""
            [
                // Up close.
                1, 3, 5, 7, 9, 11, 13, 15, 17, 19,
                // From afar.
                21, 23, 25, 27, 29, 31, 33, 35, 37, 39,
            ]
            """));

    private static string Histogram(string bounds) =>
        $$"""static partial class C { [GameMetric(MetricKind.Histogram, "x", Buckets = {{bounds}})] public static partial void X(double value); }""";

    private static string Bounds(int count) => $"[{string.Join(", ", Enumerable.Range(1, count))}]";
}
