using System.Diagnostics.CodeAnalysis;
using Instrumentation.Metrics;
using Instrumentation.Metrics.Cells;
using Instrumentation.Tests.Monitoring;

namespace Instrumentation.Tests.Metrics;

/// <summary>Series come and go while threads count in them: nothing is lost, counted twice or counted under another name, and memory does not grow.</summary>
[Collection(Operations.AloneCollection.Name)]
public sealed class SeriesChurnTests
{
    private const int Threads = 4;
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);
    private readonly ManualTime _time = new();
    private readonly InstrumentRegistry _registry;

    public SeriesChurnTests()
    {
        // Threads of the pool that looked values up in tests before this one, and recorded nothing with them, would hold places up for a minute.
        CellMemory.ForEachThread(LookupGuard.Reset);
        _registry = new InstrumentRegistry(_time);
    }

    [Fact]
    public void Every_count_is_shown_once_and_under_its_own_name_while_series_expire()
    {
        const int Names = 400;
        const int Each = 2_000;
        var counter = _registry.Counter("churn_total", "Churn.", Label.ForStrings("name", 6), expireAfter: s_minute);
        var histogram = _registry.Histogram("churn_size", "Churn.", [1, 10], Label.ForStrings("name", 6), expireAfter: s_minute);
        Shown[] all = [new("churn_total"), new("churn_size")];
        RunWhile(
            thread =>
            {
                for (var name = 0; name < Names; name++)
                {
                    var text = $"thread {thread} name {name}";
                    for (var i = 0; i < Each; i++)
                    {
                        counter.Increment(text);
                        histogram.Observe(5, text);
                    }
                }
            },
            () =>
            {
                _time.Advance(s_minute / 2);
                Read();
            });
        Read();

        // How many names got a place meanwhile is up to the scheduler. That what is idle gives its place to another is not, once nobody counts any more.
        for (var i = 0; i < 3; i++)
        {
            _time.Advance(s_minute);
            Read();
        }

        counter.Increment("late");
        histogram.Observe(5, "late");
        Read();

        foreach (var shown in all)
        {
            Assert.Equal(1, shown.Totals["late"]);
            Assert.Equal(((double)Threads * Names * Each) + 1, shown.Totals.Values.Sum());
            Assert.All(shown.Totals, static name => Assert.True(name.Key == "other" || name.Value <= Each, $"{name.Key} has {name.Value}"));
        }

        void Read()
        {
            using var snapshot = _registry.Snapshot();
            Array.ForEach(all, shown => shown.Read(snapshot));
        }
    }

    [Fact]
    public void What_is_added_during_removal_counts_as_removed_or_as_added_and_never_as_both()
    {
        const int Each = 300_000;
        var counter = _registry.Counter("removed_total", "Removed.", Label.ForEnum<DayOfWeek>("day"));
        var open = _registry.UpDownCounter("open", "Open.", Label.ForEnum<DayOfWeek>("day"));
        var removals = 0;
        RunWhile(
            _ =>
            {
                for (var i = 0; i < Each; i++)
                {
                    if (i == Each / 2)
                    {
                        // The scheduler may let the threads finish before anything is removed.
                        SpinWait.SpinUntil(() => Volatile.Read(ref removals) > 0);
                    }

                    counter.Increment(DayOfWeek.Monday);
                    open.Increment(DayOfWeek.Monday);
                }
            },
            () =>
            {
                counter.Remove(DayOfWeek.Monday);
                open.Remove(DayOfWeek.Monday);
                using var snapshot = _registry.Snapshot();
                Assert.InRange(snapshot.Value("removed_total", ("day", "monday")) ?? 0, 0, Threads * Each);
                Assert.InRange(snapshot.Value("open", ("day", "monday")) ?? 0, 0, Threads * Each);
                Interlocked.Increment(ref removals);
            });

        counter.Remove(DayOfWeek.Monday);
        counter.Add(7, DayOfWeek.Monday);
        using var last = _registry.Snapshot();
        Assert.Equal(7, last.Value("removed_total", ("day", "monday")));
    }

    [Fact]
    public void A_gauge_that_is_set_while_it_expires_is_shown()
    {
        var gauge = _registry.Gauge("level", "Level.", Label.ForStrings("map", 3), expireAfter: s_minute);
        for (var round = 0; round < 2_000; round++)
        {
            // The same value, which is the harder case: nothing but the state tells that it was set.
            gauge.Set(5, "dust");
            _registry.Snapshot().Dispose();
            _time.Advance(s_minute);
            var expiry = new Thread(() => _registry.Snapshot().Dispose());
            expiry.Start();
            gauge.Set(5, "dust");
            expiry.Join();
            using var snapshot = _registry.Snapshot();
            Assert.Equal(5, snapshot.Value("level", ("map", "dust")));
        }
    }

    [Fact]
    public void A_million_distinct_strings_stay_within_the_limit()
    {
        var counter = _registry.Counter("flood_total", "Flood.", Label.ForStrings("name", 50));

        // Snapshot buffers hold the cells of all tests before this one.
        _registry.Snapshot().Dispose();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < 1_000_000; i++)
        {
            counter.Increment($"name {i}");
        }

        using (var snapshot = _registry.Snapshot())
        {
            Assert.Equal(51, snapshot.Family("flood_total")!.Value.SeriesCount);
            Assert.Equal(999_950, snapshot.Value("flood_total", ("name", "other")));
            Assert.Equal(999_950, snapshot.Value("instrumentation_label_overflows_total", ("metric", "flood_total")));
        }

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 2_000_000);
    }

    [Fact]
    public void Memory_stays_bounded_when_millions_of_values_come_and_go()
    {
        var counter = _registry.Counter("churn_total", "Churn.", Label.ForStrings("name", 500), expireAfter: s_minute);
        Churn(counter, from: 0, rounds: 100);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Churn(counter, from: 100, rounds: 2_500);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 500_000);

        using var snapshot = _registry.Snapshot();
        Assert.Null(snapshot.Value("churn_total", ("name", "other")));
    }

    private void Churn(Counter<string?> counter, int from, int rounds)
    {
        for (var round = from; round < from + rounds; round++)
        {
            for (var i = 0; i < 500; i++)
            {
                counter.Increment($"round {round} value {i}");
            }

            _registry.Snapshot().Dispose();
            _time.Advance(s_minute);
            _registry.Snapshot().Dispose();
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Rethrown by the test's thread.")]
    private static void RunWhile(Action<int> work, Action meanwhile)
    {
        Exception? failure = null;
        var threads = Enumerable.Range(0, Threads).Select(index => new Thread(() =>
        {
            try
            {
                work(index);
            }
            catch (Exception exception)
            {
                failure = exception;
            }
        })
        {
            // They may wait for what never comes when the test fails, and the process has to end all the same.
            IsBackground = true,
        }).ToList();
        threads.ForEach(static thread => thread.Start());
        while (threads.Exists(static thread => thread.IsAlive))
        {
            meanwhile();
        }

        Assert.Null(failure);
    }

    /// <summary>What snapshots have shown of a metric, added up over series that go and come again.</summary>
    private sealed class Shown(string metric)
    {
        private Dictionary<string, double> _last = [];

        internal Dictionary<string, double> Totals { get; } = [];

        internal void Read(MetricsSnapshot snapshot)
        {
            var now = snapshot.Family(metric)!.Value.Series.ToDictionary(static series => series["name"]!, static series => series.Value);
            foreach (var (name, value) in now)
            {
                var grown = value - _last.GetValueOrDefault(name);
                Assert.True(value >= 0 && grown >= 0, $"{name} went from {_last.GetValueOrDefault(name)} to {value}");
                Totals[name] = Totals.GetValueOrDefault(name) + grown;
            }

            _last = now;
        }
    }
}
