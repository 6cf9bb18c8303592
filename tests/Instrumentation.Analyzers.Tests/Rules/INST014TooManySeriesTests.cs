using System.Globalization;
using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Tests.Rules;

public class INST014TooManySeriesTests
{
    [Fact]
    public Task A_product_of_labels_above_the_limit_is_reported() =>
        Verify.Analyzer<INST014TooManySeriesAnalyzer>(
            """
            partial class C
            {
                [[|MonitoredOperation|]]
                public void Act([MetricLabel(Limit = 1000)] string map, [MetricLabel(Limit = 1000)] string weapon) { }
            }
            """);

    [Theory]
    [InlineData(", [MetricLabel] bool melee", "1,002 maps × 1,002 categories × 2 melees = 2,008,008")]
    [InlineData(", [MetricLabel(Limit = 10000)] string a, [MetricLabel(Limit = 10000)] string b", "1,002 maps × 1,002 categories × 10,002 as × 10,002 bs = more than 1,000,000,000,000")]
    public async Task The_message_says_the_sum(string more, string sum)
    {
        using var workspace = new AdhocWorkspace();
        var document = Verify.Add(
            workspace,
            $$"""partial class C { [MonitoredOperation] public void Act([MetricLabel(Limit = 1000)] string map, [MetricLabel(Limit = 1000)] string category{{more}}) { } }""",
            editorConfig: null);

        var diagnostic = Assert.Single(await Verify.Diagnose(document, new INST014TooManySeriesAnalyzer()));

        Assert.Contains($" make {sum} series, with those of 'none' and 'other'; there may be 100,000", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public Task A_product_within_the_limit_does_not_trigger() =>
        Verify.Analyzer<INST014TooManySeriesAnalyzer>(
            """
            partial class C
            {
                [MonitoredOperation]
                public void Act([MetricLabel(Limit = 100)] string map, [MetricLabel] DayOfWeek day, [MetricLabel] bool melee) { }
            }
            """);
}
