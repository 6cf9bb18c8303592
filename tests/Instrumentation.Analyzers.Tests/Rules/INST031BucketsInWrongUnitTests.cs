using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

namespace Instrumentation.Analyzers.Tests.Rules;

public class INST031BucketsInWrongUnitTests
{
    [Theory]
    [InlineData("latency_seconds", "[1, 5, 10, 50, 100, 500, 1000, 5000]", "[0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5]")]
    [InlineData("latency_seconds", "[10, 100, 2500.5]", "[0.01, 0.1, 2.5005]")]
    [InlineData("cpu_ratio", "[10, 50, 90, 100]", "[0.1, 0.5, 0.9, 1]")]
    public Task Bounds_in_another_unit_are_reported_and_converted(string name, string buckets, string better) => Verify.Fix<INST031BucketsInWrongUnitAnalyzer, INST031BucketsInWrongUnitFix>(
        $$"""static partial class C { [GameMetric(MetricKind.Histogram, "{{name}}", Buckets = [|{{buckets}}|])] public static partial void X(double value); }""",
        $$"""static partial class C { [GameMetric(MetricKind.Histogram, "{{name}}", Buckets = {{better}})] public static partial void X(double value); }""");

    [Fact]
    public Task The_buckets_of_operations_are_seconds() => Verify.Analyzer<INST031BucketsInWrongUnitAnalyzer>(
        """partial class C { [MonitoredOperation(Buckets = [|[5, 10, 25, 50, 100, 250, 500, 1000]|])] public void Act() { } }""");

    [Fact]
    public Task A_part_of_a_byte_is_reported() => Verify.Analyzer<INST031BucketsInWrongUnitAnalyzer>(
        """static partial class C { [GameMetric(MetricKind.Histogram, "message_bytes", Buckets = [|[0.1, 1, 10]|])] public static partial void X(double value); }""");

    [Theory]
    [InlineData("latency_seconds", "[0.001, 0.01, 0.1, 1, 10]")]
    [InlineData("latency_seconds", "[0.1, 1, 10, 100, 1000]")]
    [InlineData("latency_seconds", "[1, 2, 5, 10, 30, 60]")]
    [InlineData("session_seconds", "[30, 100, 500, 1000, 5000]")]
    [InlineData("download_seconds", "[30, 60, 300, 600, 3600]")]
    [InlineData("match_duration_seconds", "[100, 250, 500, 1000, 2500]")]
    [InlineData("kill_death_ratio", "[0.5, 1, 2, 5, 10]")]
    [InlineData("cpu_ratio", "[0.5, 0.9, 1]")]
    [InlineData("message_bytes", "[1, 64, 1024, 1048576]")]
    [InlineData("players", "[1, 10, 100, 1000, 10000]")]
    [InlineData("damage", "[0.5, 10, 5000]")]
    public Task Bounds_that_may_be_meant_do_not_trigger(string name, string buckets) => Verify.Analyzer<INST031BucketsInWrongUnitAnalyzer>(
        $$"""static partial class C { [GameMetric(MetricKind.Histogram, "{{name}}", Buckets = {{buckets}})] public static partial void X(double value); }""");

    [Theory]
    [InlineData("Preset = BucketPreset.SessionLength")]
    [InlineData("Preset = BucketPreset.FrameTime")]
    [InlineData("Help = \"H.\"")]
    public Task Presets_do_not_trigger(string setting) => Verify.Analyzer<INST031BucketsInWrongUnitAnalyzer>(
        $$"""static partial class C { [GameMetric(MetricKind.Histogram, "x_seconds", {{setting}})] public static partial void X(double value); }""");
}
