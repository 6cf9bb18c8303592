using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

namespace Instrumentation.Analyzers.Tests.Rules;

public class INST008InvalidLabelValuesTests
{
    [Theory]
    [InlineData("Values = [\"eu\", \"us\", \"eu\"]", "Values = [\"eu\", \"us\"]")]
    [InlineData("Values = [\"eu\", null]", "Values = [\"eu\"]")]
    [InlineData("Values = [\"eu\"], Limit = 5", "Values = [\"eu\"]")]
    [InlineData("Limit = 0", "Limit = 1")]
    [InlineData("Limit = -3", "Limit = 1")]
    [InlineData("Limit = 20000", "Limit = 10000")]
    public Task Wrong_bounds_of_a_string_are_reported_and_corrected(string wrong, string right) =>
        Verify.Fix<INST008InvalidLabelValuesAnalyzer, INST008InvalidLabelValuesFix>(
            $$"""
            #nullable disable
            partial class C { [MonitoredOperation] public void Act([[|MetricLabel({{wrong}})|]] string region) { } }
            """,
            $$"""
            #nullable disable
            partial class C { [MonitoredOperation] public void Act([MetricLabel({{right}})] string region) { } }
            """);

    [Theory]
    [InlineData("DayOfWeek")]
    [InlineData("bool")]
    public Task Bounds_on_a_type_that_bounds_itself_are_reported_and_removed(string type) =>
        Verify.Fix<INST008InvalidLabelValuesAnalyzer, INST008InvalidLabelValuesFix>(
            $$"""partial class C { [MonitoredOperation] public void Act([[|MetricLabel(Limit = 5)|]] {{type}} x) { } }""",
            $$"""partial class C { [MonitoredOperation] public void Act([MetricLabel] {{type}} x) { } }""");

    [Theory]
    [InlineData("Values = [\"eu\", \"us\"]")]
    [InlineData("Limit = 1")]
    [InlineData("Limit = 10000")]
    public Task Right_bounds_do_not_trigger(string bounds) =>
        Verify.Analyzer<INST008InvalidLabelValuesAnalyzer>(
            $$"""partial class C { [MonitoredOperation] public void Act([MetricLabel({{bounds}})] string region) { } }""");
}
