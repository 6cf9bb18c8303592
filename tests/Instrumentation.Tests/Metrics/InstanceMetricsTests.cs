using System.Runtime.CompilerServices;
using Instrumentation.Metrics;

namespace Instrumentation.Tests.Metrics;

public sealed class InstanceMetricsTests
{
    private readonly InstrumentRegistry _registry = new();

    [Fact]
    public void Live_objects_are_summed_and_derived_ones_count()
    {
        Declare<Arena>("arena_players", MetricKind.Gauge, static arena => arena.Players);
        Assert.Null(Value("arena_players"));
        var (one, two) = (new Arena { Players = 3 }, new BigArena { Players = 40 });
        using var first = InstanceMetrics.Add(one);
        var second = InstanceMetrics.Add(two);
        Assert.Equal(43, Value("arena_players"));
        two.Players = 50;
        Assert.Equal(53, Value("arena_players"));
        second.Dispose();
        second.Dispose();
        Assert.Equal(3, Value("arena_players"));
        first.Dispose();
        Assert.Null(Value("arena_players"));
        GC.KeepAlive(one);
    }

    [Fact]
    public void A_counters_last_reading_is_kept_when_its_object_goes_and_taken_up_when_it_comes_again()
    {
        Declare<Queue>("queue_joins_total", MetricKind.Counter, static queue => queue.Joins);
        var (one, two) = (new Queue { Joins = 5 }, new Queue { Joins = 7 });
        var first = InstanceMetrics.Add(one);
        using var second = InstanceMetrics.Add(two);
        Assert.Equal(12, Value("queue_joins_total"));
        one.Joins = 6;
        first.Dispose();
        one.Joins = 100;
        Assert.Equal(13, Value("queue_joins_total"));

        using var again = InstanceMetrics.Add(one);
        Assert.Equal(107, Value("queue_joins_total"));

        // It has begun anew, and what it had come to stays.
        one.Joins = 1;
        Assert.Equal(108, Value("queue_joins_total"));
    }

    [Fact]
    public void An_object_added_twice_is_read_once_until_both_are_disposed()
    {
        Declare<Lobby>("lobby_players", MetricKind.UpDownCounter, static lobby => lobby.Players);
        var lobby = new Lobby { Players = 4 };
        var first = InstanceMetrics.Add(lobby);
        var second = InstanceMetrics.Add(lobby);
        Assert.Equal(4, Value("lobby_players"));
        first.Dispose();
        first.Dispose();
        Assert.Equal(4, Value("lobby_players"));
        second.Dispose();
        Assert.Null(Value("lobby_players"));
    }

    [Fact]
    public void An_object_is_held_weakly_and_a_counter_keeps_what_it_was_last_read_as()
    {
        Declare<Match>("match_kills_total", MetricKind.Counter, static match => match.Kills);
        Declare<Match>("match_players", MetricKind.Gauge, static match => match.Players);
        var weak = AddAndForget();
        for (var i = 0; i < 10 && weak.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(weak.IsAlive);
        Assert.Equal(9, Value("match_kills_total"));
        Assert.Null(Value("match_players"));

        [MethodImpl(MethodImplOptions.NoInlining)]
        WeakReference AddAndForget()
        {
            var match = new Match { Kills = 9, Players = 2 };
            _ = InstanceMetrics.Add(match);
            Assert.Equal(9, Value("match_kills_total"));
            Assert.Equal(2, Value("match_players"));
            return new WeakReference(match);
        }
    }

    [Fact]
    public void A_member_that_throws_is_counted_and_noted_once_and_harms_no_other()
    {
        Declare<Flaky>("flaky_level", MetricKind.Gauge, static flaky => flaky.Level);
        Declare<Flaky>("flaky_total", MetricKind.Counter, static flaky => flaky.Level);
        var (good, bad) = (new Flaky(), new Flaky());
        using var first = InstanceMetrics.Add(good);
        using var second = InstanceMetrics.Add(bad);
        Assert.Equal(2, Value("flaky_level"));
        bad.Throws = true;
        Assert.Equal(1, Value("flaky_level"));
        Assert.Equal(2, Value("flaky_total"));
        Assert.Equal(2, _registry.Notices.Messages.Count);
        using var snapshot = _registry.Snapshot();
        Assert.Equal(3, snapshot.Value("instrumentation_collector_failures_total", ("collector", "flaky_level")));
    }

    [Fact]
    public void A_clash_is_reported_and_not_shown()
    {
        _registry.Gauge("taken", "Taken.").Set(5);
        Declare<Arena>("taken", MetricKind.Counter, static arena => arena.Players);
        Declare<Arena>("spread", MetricKind.Histogram, static arena => arena.Players);
        using var added = InstanceMetrics.Add(new Arena { Players = 3 });
        Assert.Equal(5, Value("taken"));
        Assert.Null(Value("spread"));
        Assert.Equal(2, Value("instrumentation_registration_conflicts_total"));
    }

    private void Declare<T>(string name, MetricKind kind, Func<T, double> read)
        where T : class => InstanceMetrics.Declare(new InstrumentDefinition { Name = name, Help = "Help." }, kind, read, _registry);

    private double? Value(string name)
    {
        using var snapshot = _registry.Snapshot();
        return snapshot.Value(name);
    }

    private class Arena
    {
        public int Players { get; set; }
    }

    private sealed class BigArena : Arena;

    private sealed class Queue
    {
        public int Joins { get; set; }
    }

    private sealed class Lobby
    {
        public int Players { get; set; }
    }

    private sealed class Match
    {
        public int Kills { get; set; }

        public int Players { get; set; }
    }

    private sealed class Flaky
    {
        public bool Throws { get; set; }

        public double Level => Throws ? throw new InvalidOperationException("No level.") : 1;
    }
}
