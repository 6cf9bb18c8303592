using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

namespace Instrumentation.Analyzers.Tests.Rules;

public class INST019UnboundedLabelNameTests
{
    [Theory]
    [InlineData("playerId")]
    [InlineData("userName")]
    [InlineData("email")]
    [InlineData("remoteIp")]
    [InlineData("requestPath")]
    [InlineData("message")]
    [InlineData("createdAt")]
    [InlineData("player")]
    public Task A_limit_does_not_bound_what_the_name_says_is_unbounded(string name) => Verify.Fix<INST019UnboundedLabelNameAnalyzer, INST019UnboundedLabelNameFix>(
        $$"""partial class C { [MonitoredOperation] public void Act([[|MetricLabel(Limit = 50)|]] string {{name}}, int x) { } }""",
        $$"""partial class C { [MonitoredOperation] public void Act(string {{name}}, int x) { } }""");

    [Fact]
    public Task A_label_of_a_metric_is_taken_out_of_its_method() => Verify.Fix<INST019UnboundedLabelNameAnalyzer, INST019UnboundedLabelNameFix>(
        """static partial class C { [GameMetric(MetricKind.Counter, "kills_total")] public static partial void Kill(DayOfWeek day, [[|MetricLabel(Limit = 50)|]] string playerId); }""",
        """static partial class C { [GameMetric(MetricKind.Counter, "kills_total")] public static partial void Kill(DayOfWeek day); }""");

    [Fact]
    public Task An_identifier_taken_for_the_value_is_reported() => Verify.Fix<INST019UnboundedLabelNameAnalyzer, INST019UnboundedLabelNameFix>(
        """static partial class C { [GameMetric(MetricKind.Counter, "kills_total")] public static partial void Kill(long [|playerId|]); }""",
        """static partial class C { [GameMetric(MetricKind.Counter, "kills_total")] public static partial void Kill(); }""");

    [Fact]
    public Task A_label_of_an_event_becomes_an_identifier() => Verify.Fix<INST019UnboundedLabelNameAnalyzer, INST019UnboundedLabelNameFix>(
        """[GameEvent("hits")] public readonly partial record struct Hit([[|MetricLabel("player", Limit = 50)|]] string Who, [MetricLabel] DayOfWeek Day);""",
        """[GameEvent("hits")] public readonly partial record struct Hit([EventId("player")] string Who, [MetricLabel] DayOfWeek Day);""");

    [Fact]
    public Task A_label_made_in_code_is_reported() => Verify.Analyzer<INST019UnboundedLabelNameAnalyzer>(
        """
        using Instrumentation.Metrics;
        static class C
        {
            static readonly Label<string?> s_who = Label.ForStrings([|"player_id"|], 50);
            static readonly Label<string?> s_map = Label.ForStrings("map", 50);
            static readonly Label<string?> s_fixed = Label.ForValues("player_id", "a", "b");
        }
        """);

    [Theory]
    [InlineData("[MetricLabel(Limit = 50)] string map")]
    [InlineData("[MetricLabel(Limit = 50)] string? weaponId")]
    [InlineData("[MetricLabel(Limit = 50)] string userType")]
    [InlineData("[MetricLabel(Limit = 50)] string sessionState")]
    [InlineData("[MetricLabel(Limit = 50)] string messageType")]
    [InlineData("[MetricLabel(Limit = 50)] string route")]
    [InlineData("[MetricLabel(Limit = 50)] string itemId")]
    [InlineData("[MetricLabel(Limit = 50)] string room")]
    [InlineData("[MetricLabel(Limit = 50)] string name")]
    [InlineData("[MetricLabel(Limit = 50)] string host")]
    [InlineData("[MetricLabel(\"player_tier\", Limit = 50)] string playerId")]
    [InlineData("[MetricLabel(Values = [\"bot\", \"human\"])] string player")]
    [InlineData("[MetricLabel] DayOfWeek userId")]
    [InlineData("[MetricLabel] bool email")]
    [InlineData("string playerId")]
    [InlineData("Guid playerId")]
    public Task Bounded_labels_and_plain_parameters_do_not_trigger(string parameter) =>
        Verify.Analyzer<INST019UnboundedLabelNameAnalyzer>($$"""partial class C { [MonitoredOperation] public void Act({{parameter}}) { } }""");

    [Theory]
    [InlineData("double damage")]
    [InlineData("TimeSpan time")]
    [InlineData("int amount")]
    [InlineData("long bytes")]
    public Task Values_do_not_trigger(string parameter) =>
        Verify.Analyzer<INST019UnboundedLabelNameAnalyzer>($$"""static partial class C { [GameMetric(MetricKind.Histogram, "x")] public static partial void X({{parameter}}); }""");

    [Fact]
    public Task Identifiers_of_events_do_not_trigger() => Verify.Analyzer<INST019UnboundedLabelNameAnalyzer>(
        """[GameEvent("hits")] public readonly partial record struct Hit([EventId] string PlayerId, [EventId] Guid MatchId, string Email, [MetricLabel(Limit = 50)] string Map);""");
}
