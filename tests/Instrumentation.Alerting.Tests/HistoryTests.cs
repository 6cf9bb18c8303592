using Instrumentation.Metrics;
using Instrumentation.PromQL.Parsing;

namespace Instrumentation.Alerting.Tests;

public class HistoryTests
{
    [Fact]
    public async Task Only_what_somebody_needs_is_sampled()
    {
        await using var world = new World(static options => options.Selectors.Add("{__name__=~\"requests_.*\", host!=\"b\"}"));
        world.Manager.AddRule(World.Rule(expression: "load{host=\"a\"} > 10"));
        world.Load.Set(1, "a");
        world.Load.Set(2, "b");
        world.Requests.Increment("a");
        world.Requests.Increment("b");
        world.Tick();
        Assert.Equal(["load", "requests_total"], world.Manager.History.LabelValues("__name__"));
        Assert.Equal(["a"], world.Manager.History.LabelValues("host"));

        world.Manager.Want(PromQLParser.ParseOrThrow("sum(load{host=\"b\"})"));
        world.Tick();
        Assert.Equal(2, world.Value("load{host=\"b\"}"));
        world.Tick((int)(TimeSpan.FromMinutes(17) / TimeSpan.FromSeconds(5)));
        Assert.Null(world.Value("load{host=\"b\"}"));
        Assert.Equal(1, world.Value("load{host=\"a\"}"));
    }

    [Fact]
    public async Task What_nobody_wants_and_has_vanished_is_forgotten()
    {
        await using var world = new World();
        var ping = world.Registry.Gauge("ping", "Ping.", Label.ForStrings("player", 5_000));
        var context = new Evaluation.EngineContext(new Lock(), new AlertingOptions(), world.Manager.History, null!, null!, world.Time);
        var history = new History.MetricHistory(context, world.Registry, new History.SelectionBook(["ping{player=\"kept\"}"]), new History.ExemplarHistory(0));
        ping.Set(1, "kept");
        for (var i = 0; i < 3_000; i++)
        {
            ping.Set(1, $"player{i}");
        }

        history.Sample(1_000);
        Assert.True(history.Known > 3_000);
        for (var i = 0; i < 3_000; i++)
        {
            ping.Remove($"player{i}");
        }

        history.Sample(2_000);
        history.Sample(3_000);
        Assert.InRange(history.Known, 1, 100);
        Assert.Equal(["kept"], world.Manager.History.LabelValues("player"));
    }

    [Fact]
    public async Task Exemplars_are_kept_of_what_is_sampled_each_once_the_newest_of_all()
    {
        await using var world = new World(static options =>
        {
            options.MaxExemplars = 3;
            options.TargetLabels["job"] = "game";
            options.Selectors.Add("{__name__=~\"wait_seconds_bucket|kills_total\"}");
        });
        var wait = world.Registry.Histogram("wait_seconds", "Wait.", [0.1, 1], Label.ForStrings("mode", 10), "seconds");
        var kills = world.Registry.Counter("kills_total", "Kills.");
        var other = world.Registry.Counter("other_total", "Other.");
        Observe(0.05, "ann");
        Observe(5, "bob");
        other.AddAt(0, 1, new ExemplarLabels("player_id", "eve"));
        world.Tick();
        world.Tick(2);
        Assert.Equal(["+Inf bob 5", "0.1 ann 0.05"], Found("histogram_quantile(0.9, sum by (le) (rate(wait_seconds_bucket[5m])))"));
        Assert.Equal("{__name__=\"wait_seconds_bucket\", job=\"game\", le=\"0.1\", mode=\"duel\"}", Find("wait_seconds_bucket{le=\"0.1\"}").Single().Series.ToString());
        Assert.Empty(Found("other_total"));
        Assert.Empty(Found("wait_seconds_bucket{mode=\"siege\"}"));

        // Whoever asks for something else has all series looked at anew, and what was shown before is met again.
        world.Manager.Want(PromQLParser.ParseOrThrow("another"));
        world.Tick();
        Assert.Equal(["+Inf bob 5", "0.1 ann 0.05"], Found("wait_seconds_bucket"));

        kills.AddAt(0, 1, new ExemplarLabels("player_id", "cat"));
        Observe(0.06, "dan");
        world.Tick();
        Assert.Equal([" cat 1", "+Inf bob 5", "0.1 dan 0.06"], Found("wait_seconds_bucket or kills_total"));
        Assert.Empty(world.Manager.FindExemplars(PromQLParser.ParseOrThrow("kills_total"), DateTimeOffset.MinValue, DateTimeOffset.UnixEpoch));

        void Observe(double value, string player) => wait.ObserveAt(wait.SeriesOf("duel"), value, new ExemplarLabels("player_id", player));
        IReadOnlyList<History.ExemplarSeries> Find(string query) => world.Manager.FindExemplars(PromQLParser.ParseOrThrow(query), DateTimeOffset.MinValue, DateTimeOffset.MaxValue);
        List<string> Found(string query) =>
        [
            .. Find(query)
                .SelectMany(static series => series.Exemplars.Select(exemplar => FormattableString.Invariant($"{series.Series.Get("le")} {exemplar.Labels[0].Value} {exemplar.Value}")))
                .Order(StringComparer.Ordinal),
        ];
    }

    [Fact]
    public async Task A_histogram_is_sampled_as_Prometheus_scrapes_it()
    {
        await using var world = new World(static options =>
        {
            options.Selectors.Add("{__name__=~\"wait_seconds_.+\"}");
            options.TargetLabels["job"] = "game";
            options.TargetLabels["host"] = "target";
        });
        var wait = world.Registry.Histogram("wait_seconds", "Waits.", [0.5, 1, 2.5], Label.ForStrings("host", 10), "seconds");
        wait.Observe(0.25, "a");
        wait.Observe(2, "a");
        wait.Observe(9, "a");
        world.Tick();
        Assert.Equal(["+Inf", "0.5", "1.0", "2.5"], world.Manager.History.LabelValues("le"));
        Assert.Equal(1, world.Value("wait_seconds_bucket{le=\"1.0\", host=\"a\", job=\"game\"}"));
        Assert.Equal(3, world.Value("wait_seconds_bucket{le=\"+Inf\"}"));
        Assert.Equal(3, world.Value("wait_seconds_count"));
        Assert.Equal(11.25, world.Value("wait_seconds_sum"));
    }

    [Fact]
    public async Task Rules_see_what_rules_before_them_record()
    {
        await using var world = new World();
        world.Manager.ReplaceGroup(new Rules.RuleGroup
        {
            Name = "g",
            Rules =
            [
                new Rules.RecordingRule { Name = "host:load:double", Expression = "load * 2", Labels = [new("made", "here")] },
                World.Rule(expression: "host:load:double > 10"),
            ],
        });
        world.Load.Set(6, "a");
        world.Tick();
        Assert.Equal(12, world.Value("host:load:double{made=\"here\", host=\"a\"}"));
        Assert.Equal("a:Firing", world.States());
    }

    [Fact]
    public async Task What_exceeds_the_limit_is_counted()
    {
        await using var world = new World(static options => options.MaxSeries = 3);
        world.Manager.AddRule(World.Rule(expression: "load > 1000"));
        for (var i = 0; i < 5; i++)
        {
            world.Load.Set(1, $"h{i}");
        }

        world.Tick(2);
        Assert.Equal(3, world.Manager.History.SeriesCount);
        using var snapshot = world.Registry.Snapshot();
        Assert.Equal(2, snapshot.Value("instrumentation_history_refused_series"));
    }

    [Fact]
    public async Task Rules_that_look_far_back_make_samples_stay()
    {
        await using var world = new World();
        Assert.Equal(TimeSpan.FromMinutes(15), world.Manager.History.Retention);
        world.Manager.AddRule(World.Rule(expression: "max_over_time(rate(load[5m])[1h:1m] offset 30m) > 1"));
        Assert.Equal(TimeSpan.FromMinutes(60 + 30 + 5 + 5 + 1), world.Manager.History.Retention);
        world.Manager.RemoveRule("HighLoad");
        Assert.Equal(TimeSpan.FromMinutes(15), world.Manager.History.Retention);
    }

    [Fact]
    public async Task A_steady_evaluation_allocates_nothing()
    {
        await using var world = new World();
        for (var i = 0; i < 20; i++)
        {
            world.Manager.AddRule(World.Rule($"Rule{i}", $"sum by (host) (rate(requests_total[1m])) > {i} and on (host) load > 5") with
            {
                Severity = AlertSeverity.Error,
                Labels = [new("where", "{{ $labels.host }}")],
                Annotations = [new("summary", "{{ $value | humanize }} at {{ $labels.host }}")],
            });
        }

        void Step()
        {
            for (var host = 0; host < 10; host++)
            {
                world.Requests.Add(host * 20, Hosts[host]);
                world.Load.Set(host, Hosts[host]);
            }

            world.Tick();
        }

        // Into the steady state: every state reached, buffers grown, a block of every series begun.
        for (var i = 0; i < 60; i++)
        {
            Step();
        }

        // Reading the registry makes a few objects; what comes on top of it must make none.
        Assert.NotEmpty(world.Manager.GetActiveAlerts());
        Assert.Equal(Allocations.Least(() => world.Registry.Snapshot().Dispose()), Allocations.Least(Step));
    }

    private static readonly string[] Hosts = [.. Enumerable.Range(0, 10).Select(static i => $"host{i}")];
}
