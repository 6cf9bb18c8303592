using Instrumentation.Alerting.Hosting;
using Instrumentation.Alerting.Tests.Notifiers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Instrumentation.Alerting.Tests;

public sealed class RuleLoaderTests
{
    private const string Rules = "Instrumentation:Alerting:Rules:";
    private readonly ListLogger<RuleLoader> _logger = new();

    [Fact]
    public async Task A_configuration_that_breaks_while_it_runs_keeps_its_rules_and_is_told_once()
    {
        await using var world = new World();
        var configuration = Configure(
            (Rules + "Deep:Expression", "depth > 10"),
            (Rules + "Later:Operation", "RuleLoaderTests.NeverLoaded"),
            (Rules + "Later:Condition", "p95 > 100ms"));
        var loader = new RuleLoader(world.Manager, new AlertingOptions { DeclaredRules = false }, configuration, world.Registry, _logger);
        loader.Start();

        configuration[Rules + "Deep:Expression"] = "depth >";
        loader.ConfigurationChanged();

        // A watched file changes twice when it is saved once; and as long as an operation is not known all is read again with the rule files.
        loader.ConfigurationChanged();
        loader.Refresh();
        loader.Refresh();
        Assert.Equal("depth > 10", world.Manager.GetGroups().Single().Rules.Single(static rule => rule.Rule.Name == "Deep").Rule.Expression);
        Assert.Contains(Rules + "Deep:Expression is 'depth >'", Assert.Single(Errors()), StringComparison.Ordinal);
        Assert.Equal(1, Failures(world));

        configuration[Rules + "Deep:Expression"] = "depth > 20";
        loader.ConfigurationChanged();
        configuration[Rules + "Deep:Expression"] = "depth >";
        loader.ConfigurationChanged();
        Assert.Equal(2, Errors().Count);
        Assert.Equal(2, Failures(world));
    }

    [Fact]
    public async Task A_summary_that_is_there_twice_is_told_at_the_start()
    {
        await using var world = new World();
        var configuration = Configure((Rules + "Deep:Expression", "depth > 10"), (Rules + "Deep:Summary", "one"), (Rules + "Deep:Annotations:summary", "two"));
        var loader = new RuleLoader(world.Manager, new AlertingOptions { DeclaredRules = false }, configuration, world.Registry, _logger);
        Assert.Contains("'summary' is there twice", Assert.Throws<OptionsValidationException>(loader.Start).Message, StringComparison.Ordinal);
    }

    private List<string> Errors() => [.. _logger.Lines.Where(static line => line.Level == LogLevel.Error).Select(static line => line.Text)];

    private static double? Failures(World world)
    {
        using var snapshot = world.Registry.Snapshot();
        return snapshot.Value("instrumentation_rule_load_failures_total");
    }

    private static IConfigurationRoot Configure(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(static setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build();
}
