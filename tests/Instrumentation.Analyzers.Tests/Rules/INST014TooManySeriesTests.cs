using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Verification;

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
