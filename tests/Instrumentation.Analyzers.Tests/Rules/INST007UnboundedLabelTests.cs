using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

namespace Instrumentation.Analyzers.Tests.Rules;

public class INST007UnboundedLabelTests
{
    [Theory]
    [InlineData("Guid")]
    [InlineData("int")]
    [InlineData("double")]
    [InlineData("DateTime")]
    [InlineData("object")]
    [InlineData("char?")]
    public Task A_type_without_a_bound_is_reported_and_the_label_removed(string type) =>
        Verify.Fix<INST007UnboundedLabelAnalyzer, INST007UnboundedLabelFix>(
            $$"""partial class C { [MonitoredOperation] public void Act([[|MetricLabel|]] {{type}} id) { } }""",
            $$"""partial class C { [MonitoredOperation] public void Act({{type}} id) { } }""");

    [Theory]
    [InlineData("string")]
    [InlineData("string?")]
    public Task A_free_string_is_reported_and_bounded(string type) =>
        Verify.Fix<INST007UnboundedLabelAnalyzer, INST007UnboundedLabelFix>(
            $$"""partial class C { [MonitoredOperation] public void Act([[|MetricLabel("map")|]] {{type}} map) { } }""",
            $$"""partial class C { [MonitoredOperation] public void Act([MetricLabel("map", Limit = 100)] {{type}} map) { } }""");

    [Fact]
    public Task An_out_parameter_has_no_value_yet() =>
        Verify.Analyzer<INST007UnboundedLabelAnalyzer>(
            """partial class C { [MonitoredOperation] public void Act([[|MetricLabel|]] out bool x) { x = true; } }""");

    [Theory]
    [InlineData("[MetricLabel] bool x")]
    [InlineData("[MetricLabel] bool? x")]
    [InlineData("[MetricLabel] DayOfWeek x")]
    [InlineData("[MetricLabel] DayOfWeek? x")]
    [InlineData("[MetricLabel(Values = [\"eu\", \"us\"])] string x")]
    [InlineData("[MetricLabel(Limit = 50)] string? x")]
    [InlineData("[MetricLabel] in DayOfWeek x")]
    [InlineData("Guid playerId")]
    public Task Bounded_labels_and_plain_parameters_do_not_trigger(string parameter) =>
        Verify.Analyzer<INST007UnboundedLabelAnalyzer>($$"""partial class C { [MonitoredOperation] public void Act({{parameter}}) { } }""");
}
