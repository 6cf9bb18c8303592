using Instrumentation.Metrics;
using Instrumentation.Operations;

namespace Instrumentation.Tests.Metrics;

public sealed class MetricCatalogTests
{
    private readonly InstrumentRegistry _registry = new();

    [Fact]
    public void Every_instrument_is_in_it_with_all_that_it_was_made_from()
    {
        HistogramFamily.Create(
            new()
            {
                Name = "combat_damage_points",
                Help = "Damage.",
                Unit = "points",
                Prefix = "game",
                Owner = "combat",
                Buckets = [10, 100],
                Labels = [Label.Declared("weapon", ["rifle", "knife"], false, true), Label.ForStrings("map", 50)],
                ExpireAfter = TimeSpan.FromHours(1),
            },
            _registry);
        var entry = Entry("game_combat_damage_points");
        Assert.Equal((MetricKind.Histogram, "Damage.", "points", "combat"), (entry.Kind, entry.Help, entry.Unit, entry.Owner));
        Assert.Equal([10, 100], entry.Buckets);
        Assert.Equal(3 * 52, entry.PossibleSeries);
        Assert.Equal(TimeSpan.FromHours(1), entry.ExpireAfter);
        Assert.Equal(["weapon", "map"], entry.Labels.Select(static label => label.Name));
        Assert.Equal(["rifle", "knife", "other"], entry.Labels[0].Values);
        Assert.Null(entry.Labels[0].Limit);
        Assert.Equal(50, entry.Labels[1].Limit);

        _registry.UpDownCounter("open", "Open.", Label.ForBool("bot"));
        Assert.Equal((MetricKind.UpDownCounter, 2), (Entry("open").Kind, (int)Entry("open").PossibleSeries));
        _registry.Gauge("level", "Level.", static () => 1);
        Assert.Equal((MetricKind.Gauge, 1), (Entry("level").Kind, (int)Entry("level").PossibleSeries));
        Assert.Equal(_registry.Catalog.Select(static metric => metric.Name).Order(StringComparer.Ordinal), _registry.Catalog.Select(static metric => metric.Name));
        Assert.Contains(_registry.Catalog, static metric => metric.Name == "instrumentation_label_overflows_total");
    }

    [Fact]
    public void Operations_are_in_it_with_the_labels_of_all_that_share_a_metric()
    {
        Operation.Create(new() { Name = "Combat.Act", Labels = [Label.Declared("weapon", ["rifle", "knife"], false, false)] }, _registry);
        Operation.Create(new() { Name = "Lobby.Join", Service = "lobby", Labels = [Label.ForStrings("region", 5)] }, _registry);
        Operation.Create(new() { Name = "Lobby.Leave", Metric = "leave_seconds", Help = "Leaving." }, _registry);

        var durations = Entry("operation_duration_seconds");
        Assert.Equal(["operation", "weapon", "service", "region"], durations.Labels.Select(static label => label.Name));
        Assert.Equal(["Combat.Act", "Lobby.Join"], durations.Labels[0].Values);
        Assert.Equal(5, durations.Labels[3].Limit);
        Assert.Equal(2 + 7, durations.PossibleSeries);
        Assert.Equal(17 * (2 + 7 + 1), Entry("operation_failures_total").PossibleSeries);
        Assert.Equal("error", Entry("operation_failures_total").Labels[2].Name);
        Assert.Empty(Entry("leave_seconds").Labels);
    }

    private MetricCatalogEntry Entry(string name) => _registry.Catalog.Single(entry => entry.Name == name);
}
