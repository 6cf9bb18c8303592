using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Instrumentation.Games.Derived;

namespace Instrumentation.Games.Resources;

/// <summary>Sets the labelled figures of the process before each snapshot.</summary>
internal static partial class ResourceCollector
{
    private static readonly GarbageCollections s_collections = new();

    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "The figures are there in every program that refers to this library, without a call.")]
    internal static void Start() => SnapshotCallbacks.Add("game_resources", Collect);

    [GameMetric(MetricKind.Gauge, "memory_usage_bytes", Help = "Memory of the process: resident (rss) and the whole address space (vms).", Unit = "bytes")]
    private static partial void Memory(MemoryType type, long bytes);

    [GameMetric(MetricKind.Counter, "gc_collections_total", Help = "Garbage collections, each under the generation that it was of.")]
    private static partial void Collections([MetricLabel(Values = ["0", "1", "2"])] string generation, int count);

    [GameMetric(MetricKind.Gauge, "disk_usage_bytes", Help = "What is taken of the disk that the program runs from.")]
    private static partial void DiskUsage(long bytes);

    [GameMetric(MetricKind.Gauge, "disk_usage_ratio", Help = "What is taken of the disk that the program runs from, as a share of it.")]
    private static partial void DiskShare(double ratio);

    private static void Collect()
    {
        var memory = ProcessMemory.Read();
        Memory(MemoryType.Rss, memory.Resident);
        Memory(MemoryType.Vms, memory.Virtual);
        Collections("0", s_collections.Take(0));
        Collections("1", s_collections.Take(1));
        Collections("2", s_collections.Take(2));
        if (Disk.Read() is { } disk)
        {
            DiskUsage(disk.Used);
            DiskShare(Ratio.Of(disk.Used, disk.Size));
        }
    }
}
