using Instrumentation.Analyzers.AlertRules;
using Instrumentation.Analyzers.Tests.Verification;

namespace Instrumentation.Analyzers.Tests.AlertRules;

public class INST045UnknownMetricTests
{
    [Theory]
    [InlineData("[|something_else|] > 5")]
    [InlineData("rate([|frobs_total|][5m]) > 5 and [|other_thing|] == 1")]
    public Task Mistakes_are_reported_at_their_word(string condition) => Verify.Analyzer<INST045UnknownMetricAnalyzer>(Rule.OnAssembly(condition));

    [Theory]
    [InlineData("game_players > 5")]
    [InlineData("up == 0")]
    [InlineData("process_cpu_seconds_total == 0")]
    [InlineData("http_server_active_requests > 5")]
    [InlineData("rate(game_kils_total[5m]) > 5")]
    public Task What_is_in_order_does_not_trigger(string condition) => Verify.Analyzer<INST045UnknownMetricAnalyzer>(Rule.OnAssembly(condition));

    [Fact]
    public Task Metrics_from_elsewhere_are_named_in_the_configuration() => Verify.Analyzer<INST045UnknownMetricAnalyzer>(
        Rule.OnAssembly("something_else > 5 and billing_rows > 5 and [|strange_thing|] > 5"),
        "root = true\n[*.cs]\ninstrumentation_known_metrics = something_else, billing_*\n");
}
