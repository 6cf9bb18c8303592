using BenchmarkDotNet.Attributes;

namespace Instrumentation.Benchmarks;

/// <summary>The methods that the generator writes for metrics and events, as a service calls them.</summary>
[MemoryDiagnoser]
public class TypedMetrics
{
    private const int Calls = 1 << 14;

    private static readonly string[] s_maps = [.. Enumerable.Range(0, 16).Select(static i => $"map-{i}")];
    private readonly Guid _player = Guid.NewGuid();

    [Benchmark(Baseline = true, OperationsPerInvoke = Calls)]
    public void TwoEnums()
    {
        for (var i = 0; i < Calls; i++)
        {
            BenchmarkMetrics.Kill((Weapon)(i & 3), Region.Asia);
        }
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public void OneBoundedString()
    {
        for (var i = 0; i < Calls; i++)
        {
            BenchmarkMetrics.Round(s_maps[i & 15]);
        }
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public void Histogram()
    {
        for (var i = 0; i < Calls; i++)
        {
            BenchmarkMetrics.Turn(0.001 * (i & 15));
        }
    }

    /// <summary>Counted by two labels, and a histogram by one.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public void Event()
    {
        for (var i = 0; i < Calls; i++)
        {
            new BenchmarkHit((Weapon)(i & 3), Region.Asia, i & 127).Record();
        }
    }

    /// <summary>The same with an identifier, which goes along to exemplars and listeners.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public void EventWithIdentifier()
    {
        for (var i = 0; i < Calls; i++)
        {
            new BenchmarkIdentifiedHit((Weapon)(i & 3), Region.Asia, i & 127, _player).Record();
        }
    }
}
