using System.Diagnostics;
using Instrumentation.Exposition;
using Instrumentation.Metrics;
using Instrumentation.Metrics.Families;

namespace Instrumentation.Tests.Metrics;

[Collection(Operations.AloneCollection.Name)]
public sealed class InstrumentExemplarTests
{
    private readonly InstrumentRegistry _registry = new();

    [Fact]
    public void Counters_and_histograms_take_the_trace_by_themselves()
    {
        var kills = _registry.Counter("kills_total", "Kills.", Label.ForBool("bot"));
        var damage = _registry.Histogram("damage", "Damage.", [10, 100]);
        var players = _registry.UpDownCounter("players", "Players.");
        using var activity = Start(recorded: true);
        kills.Add(3, true);
        damage.Observe(5);
        damage.Observe(6);
        damage.Observe(500);
        players.Increment();

        var text = MetricsExposition.Render(_registry, ExpositionFormat.OpenMetrics);
        var labels = $"trace_id=\"{activity.TraceId}\",span_id=\"{activity.SpanId}\"";
        Assert.Contains($"kills_total{{bot=\"true\"}} 3 # {{{labels}}} 3 ", text, StringComparison.Ordinal);
        Assert.Contains($"damage_bucket{{le=\"10.0\"}} 2 # {{{labels}}} 5 ", text, StringComparison.Ordinal);
        Assert.Contains($"damage_bucket{{le=\"+Inf\"}} 3 # {{{labels}}} 500 ", text, StringComparison.Ordinal);
        Assert.Contains("players 1\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("trace_id", MetricsExposition.Render(_registry), StringComparison.Ordinal);
    }

    [Fact]
    public void A_trace_that_is_not_recorded_leaves_none_and_asking_in_vain_ends_until_the_next_reading()
    {
        var kills = _registry.Counter("kills_total", "Kills.");
        using (Start(recorded: false))
        {
            kills.Increment();
        }

        Assert.Empty(Exemplars());
        for (var i = 0; i < 1_000; i++)
        {
            kills.Increment();
        }

        using var activity = Start(recorded: true);
        kills.Increment();
        Assert.Empty(Exemplars());
        kills.Increment();
        Assert.Equal(activity.TraceId, Assert.Single(Exemplars()).Exemplar.TraceId);
    }

    [Fact]
    public void A_rare_bucket_gets_its_exemplar_however_many_others_there_were()
    {
        var damage = _registry.Histogram("damage", "Damage.", [10]);
        using var activity = Start(recorded: true);
        for (var i = 0; i < 10_000; i++)
        {
            damage.Observe(1);
        }

        damage.Observe(50);
        Assert.Equal([0, 1], Exemplars().Select(static exemplar => exemplar.Bucket));
    }

    [Fact]
    public void Identifiers_come_along_as_far_as_there_is_room()
    {
        var hits = _registry.Counter("hits_total", "Hits.");
        var damage = _registry.Histogram("damage", "Damage.", [10]);
        var session = Guid.Parse("01234567-89ab-cdef-0123-456789abcdef");
        hits.AddAt(0, 1, new ExemplarLabels("player_id", "pl\"ayer", "session_id", session, "shots", 7));
        damage.ObserveAt(0, 5, new ExemplarLabels("match", (string?)null));
        using (Start(recorded: true))
        {
            damage.ObserveAt(0, 50, new ExemplarLabels("session_id", session, "match", 12345678901234, "score", 1UL));
        }

        var text = MetricsExposition.Render(_registry, ExpositionFormat.OpenMetrics);
        Assert.Contains(
            "hits_total 1 # {player_id=\"pl\\\"ayer\",session_id=\"01234567-89ab-cdef-0123-456789abcdef\",shots=\"7\"} 1 ", text, StringComparison.Ordinal);
        Assert.Contains("damage_bucket{le=\"10.0\"} 1\n", text, StringComparison.Ordinal);

        // 128 − 63 for the trace − 46 for the session leaves 19, which the match takes all of.
        Assert.Contains(",session_id=\"01234567-89ab-cdef-0123-456789abcdef\",match=\"12345678901234\"} 50 ", text, StringComparison.Ordinal);
        using var snapshot = _registry.Snapshot();
        Assert.Equal(1, snapshot.Value("instrumentation_exemplar_labels_dropped_total", ("metric", "damage")));
    }

    [Fact]
    public void A_name_that_no_label_can_have_or_that_is_there_already_is_left_out()
    {
        var hits = _registry.Counter("hits_total", "Hits.");
        hits.AddAt(0, 1.5, new ExemplarLabels("no name", "a", "trace_id", "b", "player", "c"));
        var exemplar = Assert.Single(Exemplars()).Exemplar;
        Assert.Equal([KeyValuePair.Create("player", "c")], exemplar.Labels);
        Assert.Equal(1.5, exemplar.Value);
    }

    [Fact]
    public void The_exemplar_of_a_series_goes_with_it()
    {
        var joins = _registry.Counter("joins_total", "Joins.", Label.ForStrings("map", 1));
        joins.AddAt(joins.SeriesOf("dust"), 1, new ExemplarLabels("player", "a"));
        Assert.Single(Exemplars());
        joins.Remove("dust");
        Assert.Empty(Exemplars());
        joins.Increment("lake");
        Assert.Empty(Exemplars());
    }

    [Fact]
    public void What_is_not_counted_leaves_no_exemplar()
    {
        var hits = _registry.Counter("hits_total", "Hits.");
        var damage = _registry.Histogram("damage", "Damage.", [10]);
        hits.AddAt(0, -1, new ExemplarLabels("player", "a"));
        hits.AddAt(0, double.NaN, new ExemplarLabels("player", "a"));
        damage.ObserveAt(0, double.NaN, new ExemplarLabels("player", "a"));
        Assert.Empty(Exemplars());
    }

    [Fact]
    public void Recording_within_a_trace_and_with_identifiers_allocates_nothing_once_the_slots_are_there()
    {
        var hits = _registry.Counter("hits_total", "Hits.");
        var damage = _registry.Histogram("damage", "Damage.", [10]);
        var session = Guid.NewGuid();
        using var activity = Start(recorded: true);

        Assert.Equal(0, Allocations.Least(Record, beforeEach: () => Exemplars()));

        void Record()
        {
            hits.Increment();
            damage.ObserveAt(0, 5, new ExemplarLabels("session", session, "player", 5));
        }
    }

    private static Activity Start(bool recorded)
    {
        var activity = new Activity("test").SetIdFormat(ActivityIdFormat.W3C);
        activity.ActivityTraceFlags = recorded ? ActivityTraceFlags.Recorded : ActivityTraceFlags.None;
        return activity.Start();
    }

    private ExemplarFrame[] Exemplars()
    {
        using var snapshot = _registry.Snapshot();
        return snapshot.Data.Exemplars.ToArray();
    }
}
