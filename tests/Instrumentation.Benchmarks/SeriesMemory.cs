using Instrumentation.Benchmarks.Peers;
using Instrumentation.Metrics;

namespace Instrumentation.Benchmarks;

/// <summary>How much memory a counter's series takes, when two threads have counted in each of 100,000.</summary>
internal static class SeriesMemory
{
    private const int Series = 100_000;

    internal static void Print()
    {
        var keys = Enumerable.Range(0, Series).Select(static i => (Class: $"class-{i % 1_000}", Map: $"map-{i / 1_000}")).ToArray();
        Console.WriteLine("| memory per series of a counter with two labels | bytes |");
        Console.WriteLine("|---|---:|");
        Console.WriteLine($"| here | {BytesPerSeries(() => Ours(keys)):F0} |");
        Console.WriteLine($"| OpenTelemetry | {BytesPerSeries(() => OpenTelemetry(keys)):F0} |");
    }

    private static object Ours((string Class, string Map)[] keys)
    {
        var registry = new InstrumentRegistry();
        var counter = registry.Counter("kills_total", "Kills.", Label.ForStrings("class", 1_000), Label.ForStrings("map", 100));
        OnTwoThreads(keys, key => counter.Increment(key.Class, key.Map));
        registry.Snapshot().Dispose();
        return registry;
    }

    private static object OpenTelemetry((string Class, string Map)[] keys)
    {
        var meter = new OpenTelemetryMeter(Series + 1);
        var counter = meter.Meter.CreateCounter<long>("kills");
        OnTwoThreads(keys, key => counter.Add(1, new("class", key.Class), new("map", key.Map)));
        meter.Collect();
        return meter;
    }

    private static void OnTwoThreads((string Class, string Map)[] keys, Action<(string Class, string Map)> add)
    {
        using var threads = new TwoThreads(() => Array.ForEach(keys, key => add(key)));
        threads.Run();
    }

    private static double BytesPerSeries(Func<object> make)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var kept = make();
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(kept);
        return (after - before) / (double)Series;
    }
}
