using Instrumentation.Alerting.Rules;
using Instrumentation.Alerting.Rules.Sources;

namespace Instrumentation.Alerting.Tests;

public class ThresholdOverrideTests
{
    [Theory]
    [InlineData("HighLatency", "histogram_quantile(0.95, rate(x_seconds_bucket[5m])) > 0.1", "ALERT_HIGH_LATENCY_MS", "50", "histogram_quantile(0.95, rate(x_seconds_bucket[5m])) > 0.05")]
    [InlineData("HighNetworkLatency", "latency_seconds > 0.1", "ALERT_HIGH_LATENCY_MS", "50", "latency_seconds > 0.05")]
    [InlineData("HighNetworkLatency", "latency_seconds > 0.1", "ALERT_HIGH_NETWORK_LATENCY_S", "2", "latency_seconds > 2")]
    [InlineData("HighErrorRate", "rate(errors_total[1m]) / rate(requests_total[1m]) > 0.1", "ALERT_HIGH_ERROR_RATE", "0.05", "rate(errors_total[1m]) / rate(requests_total[1m]) > 0.05")]
    [InlineData("HighErrorRate", "error_ratio > 0.1", "ALERT_HIGH_ERROR_RATE_PERCENT", "7", "error_ratio > 0.07")]
    [InlineData("HighErrorRate", "(sum(rate(f_total[5m])) or sum(rate(c[5m])) * 0) / (sum(rate(c[5m])) > 0) > 0.1", "ALERT_HIGH_ERROR_RATE", "0.05", "(sum(rate(f_total[5m])) or sum(rate(c[5m])) * 0) / (sum(rate(c[5m])) > 0) > 0.05")]
    [InlineData("LowCacheHitRate", "0.9 > cache_hit_ratio", "ALERT_LOW_CACHE_HIT_RATE", "0.85", "0.85 > cache_hit_ratio")]
    [InlineData("HighMemoryUsage", "memory_bytes > 1073741824", "ALERT_HIGH_MEMORY_USAGE_MB", "512", "memory_bytes > 536870912")]
    [InlineData("SlowDBQuery", "query_milliseconds > 100", "ALERT_SLOW_DB_QUERY_S", "2", "query_milliseconds > 2000")]
    [InlineData("Cold", "temperature < -5", "ALERT_COLD", "-10", "temperature < -10")]
    [InlineData("HighLoad", "load > 10", "ALERT_HIGH_LOAD_FACTOR", "50", "load > 10")]
    [InlineData("HighLoad", "load > 10", "ALERT_EMAIL", "nobody", "load > 10")]
    [InlineData("HighLoad", "load > 10", "ALERT_HIGH_LOAD", " ", "load > 10")]
    public void The_environment_changes_the_number(string name, string expression, string variable, string value, string expected)
    {
        var problems = new List<string>();
        var rule = new ThresholdOverrides([new(variable, value)]).Apply(new AlertRule { Name = name, Expression = expression }, problems);
        Assert.Equal(expected, rule.Expression);
        Assert.Empty(problems);
    }

    [Fact]
    public void A_variable_that_was_probably_misspelt_is_told()
    {
        var overrides = new ThresholdOverrides(
        [
            new("ALERT_HIGH_LATENCY_MS", "50"), new("ALERT_HIGH_LATENC_MS", "50"), new("ALERT_HIGHLOAD", "3"), new("ALERT_HIGH_LOADS", "nobody"), new("ALERT_PUSHGATEWAY_PORT", "9091"),
        ]);
        overrides.Apply(new AlertRule { Name = "HighNetworkLatency", Expression = "latency_seconds > 0.1" }, []);
        overrides.Apply(new AlertRule { Name = "HighLoad", Expression = "load > 10" }, []);
        Assert.Equal([("ALERT_HIGHLOAD", "ALERT_HIGH_LOAD"), ("ALERT_HIGH_LATENC_MS", "ALERT_HIGH_LATENCY_MS")], overrides.Misspelt());
    }

    [Theory]
    [InlineData("load > 10", "fifty", "must be a number")]
    [InlineData("load > 10", "NaN", "must be a number")]
    [InlineData("load > other", "50", "no single comparison")]
    [InlineData("load > 10 and load < 20", "50", "no single comparison")]
    public void What_makes_no_sense_is_told(string expression, string value, string message)
    {
        var problems = new List<string>();
        new ThresholdOverrides([new("ALERT_HIGH_LOAD", value)]).Apply(new AlertRule { Name = "HighLoad", Expression = expression }, problems);
        var problem = Assert.Single(problems);
        Assert.Contains(message, problem, StringComparison.Ordinal);
        Assert.Contains("ALERT_HIGH_LOAD", problem, StringComparison.Ordinal);
        Assert.Contains("'HighLoad'", problem, StringComparison.Ordinal);
    }
}
