using Instrumentation.Metrics;

namespace Instrumentation.Tests.Metrics;

/// <summary>No count is lost, however many threads count, come and go.</summary>
[Collection(Operations.AloneCollection.Name)]
public sealed class ExactnessTests
{
    private readonly InstrumentRegistry _registry = new();

    [Fact]
    public void Eight_threads_with_a_million_labelled_increments_each_give_the_exact_sum()
    {
        var kills = _registry.Counter("kills_total", "Kills.", Label.ForEnum<DayOfWeek>("day"), Label.ForStrings("map", 10));
        OnThreads(8, thread =>
        {
            for (var i = 0; i < 1_000_000; i++)
            {
                kills.Increment((DayOfWeek)(i % 7), thread % 2 == 0 ? "dust" : "lake");
            }
        });

        using var snapshot = _registry.Snapshot();
        Assert.Equal(8_000_000, snapshot.Family("kills_total")!.Value.Series.Sum(static series => series.Value));
        Assert.Equal(4 * 142_858, snapshot.Value("kills_total", ("day", "sunday"), ("map", "dust")));
    }

    [Fact]
    public void Counts_of_thousands_of_threads_that_end_stay_and_their_memory_is_used_again()
    {
        var counter = _registry.Counter("short_lived_total", "Counts.");
        var before = CellMemory.ThreadCount;
        for (var round = 0; round < 500; round++)
        {
            OnThreads(8, _ => counter.Add(3));
        }

        Assert.Equal(500 * 8 * 3, counter.Value);
        Assert.InRange(CellMemory.ThreadCount, 1, Math.Max(before, 16) * 2);
    }

    [Fact]
    public void A_snapshot_while_threads_count_never_shows_less_than_the_one_before()
    {
        var counter = _registry.Counter("busy_total", "Counts.");
        using var stop = new CancellationTokenSource();
        var threads = Start(4, _ =>
        {
            while (!stop.IsCancellationRequested)
            {
                counter.Increment();
            }
        });

        var last = 0.0;
        for (var i = 0; i < 200; i++)
        {
            using var snapshot = _registry.Snapshot();
            var now = snapshot.Value("busy_total")!.Value;
            Assert.True(now >= last, $"{now} after {last}");
            last = now;
        }

        stop.Cancel();
        threads.ForEach(static thread => thread.Join());
        Assert.True(counter.Value >= last);
    }

    [Fact]
    public void Histogram_buckets_count_and_sum_are_exact_over_threads()
    {
        var histogram = _registry.Histogram("turn_seconds", "Turns.", [1, 2, 3], "seconds");
        OnThreads(4, _ =>
        {
            for (var i = 0; i < 100_000; i++)
            {
                histogram.Observe((i % 4) + 0.5);
            }
        });

        using var snapshot = _registry.Snapshot();
        var series = snapshot.Find("turn_seconds")!.Value;
        Assert.Equal([100_000, 200_000, 300_000, 400_000], series.CumulativeCounts.ToArray());
        Assert.Equal(400_000, series.Count);
        Assert.Equal(800_000, series.Sum);
    }

    private static void OnThreads(int count, Action<int> work) => Start(count, work).ForEach(static thread => thread.Join());

    private static List<Thread> Start(int count, Action<int> work)
    {
        var threads = Enumerable.Range(0, count).Select(index => new Thread(() => work(index))).ToList();
        threads.ForEach(static thread => thread.Start());
        return threads;
    }
}
