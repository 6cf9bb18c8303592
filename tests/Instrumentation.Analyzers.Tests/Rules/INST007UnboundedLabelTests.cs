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

    [Theory]
    [InlineData("string [|map|], bool bot", "[MetricLabel(Limit = 100)] string map, bool bot")]
    [InlineData("bool bot, string? [|map|]", "bool bot, [MetricLabel(Limit = 100)] string? map")]
    [InlineData("bool bot, string [|playerName|]", "bool bot")]
    [InlineData("bool bot, Guid [|id|]", "bool bot")]
    [InlineData("bool bot, [[|MetricLabel(\"at\")|]] DateTime time", "bool bot")]
    public Task A_label_of_a_metric_is_bounded_or_taken_away(string parameters, string better) => Verify.Fix<INST007UnboundedLabelAnalyzer, INST007UnboundedLabelFix>(
        $$"""static partial class C { [GameMetric(MetricKind.Counter, "x_total")] public static partial void X({{parameters}}); }""",
        $$"""static partial class C { [GameMetric(MetricKind.Counter, "x_total")] public static partial void X({{better}}); }""");

    [Theory]
    [InlineData("[[|MetricLabel|]] Guid Match", "[EventId] Guid Match")]
    [InlineData("[[|MetricLabel(\"player_id\")|]] string Who", "[EventId(\"player_id\")] string Who")]
    [InlineData("[[|MetricLabel|]] string Map", "[MetricLabel(Limit = 100)] string Map")]
    public Task A_label_of_an_event_is_bounded_or_becomes_an_identifier(string member, string better) => Verify.Fix<INST007UnboundedLabelAnalyzer, INST007UnboundedLabelFix>(
        $$"""[GameEvent("hits")] partial record Hit({{member}});""",
        $$"""[GameEvent("hits")] partial record Hit({{better}});""");

    [Fact]
    public Task Of_a_generic_method_the_other_rule_says_it_once() => Verify.Analyzer<INST007UnboundedLabelAnalyzer>(
        """static partial class C { [GameMetric(MetricKind.Counter, "x_total")] public static partial void X<T>(T kind, bool bot) where T : struct, Enum; }""");

    [Fact]
    public Task A_limit_is_not_offered_to_what_would_only_use_it_up() => Verify.Fix<INST007UnboundedLabelAnalyzer, INST007UnboundedLabelFix>(
        """partial class C { [MonitoredOperation] public void Act([[|MetricLabel|]] string playerId) { } }""",
        """partial class C { [MonitoredOperation] public void Act(string playerId) { } }""");
}
