using Instrumentation.Analyzers.AlertRules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

namespace Instrumentation.Analyzers.Tests.AlertRules;

public class INST043WrongUnitTests
{
    [Theory]
    [InlineData("p95 > [|5MB|]")]
    [InlineData("p95 > [|5%|]")]
    [InlineData("p95 > [|100msec|]")]
    [InlineData("rate > [|5/min|]")]
    [InlineData("rate > [|5ms|]")]
    [InlineData("error_ratio > [|5ms|]")]
    [InlineData("in_flight > [|5/s|]")]
    [InlineData("errors > [|5%|]")]
    [InlineData("p95 > [|100 mb|]")]
    [InlineData("sum(rate(x_bytes_total[5m])) > [|5MB|]")]
    [InlineData("sum(rate(x_total[5m])) > [|5%|]")]
    [InlineData("histogram_quantile([|95|], sum by (le) (rate(x_bucket[5m]))) > 1")]
    public Task Mistakes_are_reported_at_their_word(string condition) => Verify.Analyzer<INST043WrongUnitAnalyzer>(Rule.OnOperation(condition));

    [Theory]
    [InlineData("p95 > 100ms")]
    [InlineData("p95 > 0.1")]
    [InlineData("rate > 5/s")]
    [InlineData("rate > 100/m")]
    [InlineData("error_ratio > 5%")]
    [InlineData("errors > 5/s")]
    [InlineData("sum(rate(x_total[5m])) > 100ms")]
    public Task What_is_in_order_does_not_trigger(string condition) => Verify.Analyzer<INST043WrongUnitAnalyzer>(Rule.OnOperation(condition));

    [Theory]
    [InlineData("Counter", "sent_bytes_total", "rate > [|5MB|]")]
    [InlineData("Gauge", "tick_rate", "value < 20Hz or value < 1200/m or value < 20")]
    [InlineData("Gauge", "hit_rate", "value < 85% or value < [|5MB|]")]
    [InlineData("Counter", "sent_bytes_total", "rate > [|5ms/s|]")]
    [InlineData("Gauge", "players", "value > [|5MB|]")]
    [InlineData("Gauge", "heap_bytes", "value > [|5ms|]")]
    [InlineData("Histogram", "damage", "p95 > [|5ms|]")]
    [InlineData("Histogram", "packet_bytes", "p95 > 5KB and mean > [|1s|]")]
    [InlineData("Gauge", "cache_hit_ratio", "value < 85% and value > [|5B|]")]
    public Task Of_metrics(string kind, string name, string condition) => Verify.Analyzer<INST043WrongUnitAnalyzer>(Rule.OnMetric(kind, name, condition));

    [Fact]
    public Task The_fix_puts_in_what_was_meant() => Verify.Fix<INST043WrongUnitAnalyzer, INST043WrongUnitFix>(
        Rule.OnOperation("p95 > [|100msec|]"),
        Rule.OnOperation("p95 > 100ms"));
}
