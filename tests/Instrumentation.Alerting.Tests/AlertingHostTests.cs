using Instrumentation.Alerting.Lifecycle;
using Instrumentation.Alerting.Rules;
using Instrumentation.Metrics;
using Instrumentation.Rules;
using Instrumentation.Tests.Monitoring;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Instrumentation.Alerting.Tests;

public class AlertingHostTests
{
    private static readonly Gauge s_depth = InstrumentRegistry.Default.Gauge("alerting_host_tests_depth", "Depth.");

    static AlertingHostTests() => DeclaredRules.Add(
        "Game.Tests",
        [new AlertRuleDefinition { Name = "DeclaredDepth", Expression = "alerting_host_tests_depth > 10", Severity = AlertSeverity.Critical, Summary = "{{ $value }} deep" }],
        [new RecordingRuleDefinition { Name = "depth:double", Expression = "alerting_host_tests_depth * 2" }]);

    [Fact]
    public async Task Rules_of_assemblies_and_of_the_configuration_run_with_the_host()
    {
        var sink = new RecordingSink();
        var settings = new Dictionary<string, string?>
        {
            ["Instrumentation:Alerting:SampleInterval"] = "100ms",
            ["Instrumentation:Alerting:EvaluationInterval"] = "100ms",
            ["Instrumentation:Alerting:Rules:ConfiguredDepth:Expression"] = "alerting_host_tests_depth > 1000",
            ["Instrumentation:Alerting:Rules:ConfiguredDepth:For"] = "1m",
            ["ALERT_DECLARED_DEPTH"] = "5",
        };
        using var host = Build(settings, services => services.AddSingleton<IAlertSink>(sink));
        s_depth.Set(7);
        await host.StartAsync(TestContext.Current.CancellationToken);
        Assert.Contains("DeclaredDepth Inactive→Firing", await sink.WaitFor(1));
        var alerts = host.Services.GetRequiredService<IAlerts>();
        var groups = alerts.GetGroups();
        Assert.Equal("alerting_host_tests_depth > 5", groups.Single(static group => group.Group.Source == "Game.Tests").Rules[1].Rule.Expression);
        Assert.Equal("ConfiguredDepth", groups.Single(static group => group.Group.Source == "configuration").Rules[0].Rule.Name);
        var alert = alerts.GetActiveAlerts().Single(static alert => alert.Name == "DeclaredDepth");
        Assert.Equal(("7 deep", AlertSeverity.Critical), (alert.Annotations.Get("summary"), alert.Severity));

        host.Services.GetRequiredService<IConfiguration>()["Instrumentation:Alerting:Rules:ConfiguredDepth:Expression"] = "alerting_host_tests_depth > 2000";
        ((IConfigurationRoot)host.Services.GetRequiredService<IConfiguration>()).Reload();
        Assert.Equal("alerting_host_tests_depth > 2000", alerts.GetGroups().Single(static group => group.Group.Source == "configuration").Rules[0].Rule.Expression);
        host.Services.GetRequiredService<IConfiguration>()["Instrumentation:Alerting:Rules:ConfiguredDepth:Expression"] = "alerting_host_tests_depth >";
        ((IConfigurationRoot)host.Services.GetRequiredService<IConfiguration>()).Reload();
        Assert.Equal("alerting_host_tests_depth > 2000", alerts.GetGroups().Single(static group => group.Group.Source == "configuration").Rules[0].Rule.Expression);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("Instrumentation:Alerting:SampleInterval", "soon", "SampleInterval is 'soon' but must be a duration")]
    [InlineData("Instrumentation:Alerting:MaxSeries", "1", "MaxSeries is '1' but must be a whole number from 100")]
    [InlineData("Instrumentation:Alerting:OnNoData", "Perhaps", "'Resolve' or 'Keep'")]
    [InlineData("Instrumentation:Alerting:Selectors:0", "{", "Selectors")]
    [InlineData("Instrumentation:Alerting:TargetLabels:a-b", "x", "'a-b', which is no label name")]
    [InlineData("Instrumentation:Alerting:Rules:X:Expression", "rat(up[5m])", "did you mean \"rate\"")]
    [InlineData("Instrumentation:Alerting:Rules:X:Expresion", "up", "did you mean 'Expression'")]
    [InlineData("Instrumentation:Alerting:Rules:X:For", "1m", "needs one of Expression (PromQL) and Condition")]
    [InlineData("ALERT_DECLARED_DEPTH", "many", "ALERT_DECLARED_DEPTH is 'many' but must be a number")]
    public async Task What_makes_no_sense_keeps_the_host_from_starting(string key, string value, string message)
    {
        using var host = Build(new Dictionary<string, string?> { [key] = value });
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Shorthand_stands_for_an_operation()
    {
        var problems = new List<string>();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Instrumentation:Alerting:Rules:0:Name"] = "Slow",
            ["Instrumentation:Alerting:Rules:0:Operation"] = "CombatService.Act",
            ["Instrumentation:Alerting:Rules:0:Condition"] = "p95 > 100ms",
            ["Instrumentation:Alerting:Rules:0:Severity"] = "critical",
            ["Instrumentation:Alerting:Rules:0:Labels:team"] = "core",
            ["Instrumentation:Alerting:Rules:1:Record"] = "a:b",
            ["Instrumentation:Alerting:Rules:1:Expression"] = "up",
        }).Build();
        var rules = Assert.Single(Rules.Sources.ConfiguredRules.Read(configuration, problems)).Rules;
        Assert.Empty(problems);
        var alert = Assert.IsType<AlertRule>(rules[0]);
        Assert.Contains("histogram_quantile(0.95", alert.Expression, StringComparison.Ordinal);
        Assert.Contains("operation=\"CombatService.Act\"", alert.Expression, StringComparison.Ordinal);
        Assert.Equal((AlertSeverity.Critical, "p95 > 100ms"), (alert.Severity, alert.Condition));
        Assert.IsType<RecordingRule>(rules[1]);
    }

    [Fact]
    public async Task Shorthand_reads_the_metrics_of_the_operation_also_when_it_comes_later()
    {
        using var host = Build(new Dictionary<string, string?>
        {
            ["Instrumentation:Alerting:RuleFilesInterval"] = "00:00:01",
            ["Instrumentation:Alerting:Rules:SlowLater:Operation"] = "AlertingHostTests.Later",
            ["Instrumentation:Alerting:Rules:SlowLater:Condition"] = "error_ratio > 5%",
        });
        await host.StartAsync(TestContext.Current.CancellationToken);
        var alerts = host.Services.GetRequiredService<IAlerts>();
        Operations.Operation.Create(new() { Name = "AlertingHostTests.Later", Prefix = "arena", Service = "combat" });
        const string wanted = "sum(rate(arena_operation_failures_total{operation=\"AlertingHostTests.Later\",service=\"combat\"}[5m]))";
        await Wait.UntilAsync(
            () => alerts.GetGroups().Single(static group => group.Group.Source == "configuration").Rules[0].Rule.Expression.Contains(wanted, StringComparison.Ordinal),
            "the rule with the operation's metrics");

        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    private static IHost Build(Dictionary<string, string?> settings, Action<IServiceCollection>? configure = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddAlerting();
        configure?.Invoke(builder.Services);
        return builder.Build();
    }
}
