using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

namespace Instrumentation.Analyzers.Tests.Rules;

public class INST021FlagsEnumLabelTests
{
    [Theory]
    [InlineData("[[|MetricLabel|]] System.IO.FileAttributes attributes")]
    [InlineData("[[|MetricLabel|]] AttributeTargets? targets")]
    public Task Flags_are_reported(string parameter) =>
        Verify.Analyzer<INST021FlagsEnumLabelAnalyzer>($$"""partial class C { [MonitoredOperation] public void Act({{parameter}}) { } }""");

    [Fact]
    public Task The_labels_of_metrics_are_looked_at() => Verify.Analyzer<INST021FlagsEnumLabelAnalyzer>(
        """static partial class C { [GameMetric(MetricKind.Counter, "x_total")] public static partial void X(AttributeTargets [|targets|], DayOfWeek day); }""");

    [Fact]
    public Task The_fix_takes_the_label_away() => Verify.FixAll<INST021FlagsEnumLabelAnalyzer, INST021FlagsEnumLabelFix>(
        """
        partial class C
        {
            [MonitoredOperation]
            public void Act(
                // Who may use it.
                [[|MetricLabel|]] AttributeTargets targets,
                [[|MetricLabel("files")|]] System.IO.FileAttributes attributes) { }
        }
        """,
        """
        partial class C
        {
            [MonitoredOperation]
            public void Act(
                // Who may use it.
                AttributeTargets targets,
                System.IO.FileAttributes attributes) { }
        }
        """);

    [Theory]
    [InlineData("[MetricLabel] DayOfWeek day")]
    [InlineData("[MetricLabel] bool x")]
    [InlineData("[MetricLabel(Limit = 5)] string x")]
    [InlineData("AttributeTargets targets")]
    public Task Others_do_not_trigger(string parameter) =>
        Verify.Analyzer<INST021FlagsEnumLabelAnalyzer>($$"""partial class C { [MonitoredOperation] public void Act({{parameter}}) { } }""");
}
