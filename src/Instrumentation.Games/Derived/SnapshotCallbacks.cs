using Instrumentation.Metrics;

namespace Instrumentation.Games.Derived;

internal static class SnapshotCallbacks
{
    /// <summary>Calls back before each snapshot, for as long as the process lives. Snapshots are taken one at a time.</summary>
    internal static void Add(string name, Action collect) => InstrumentRegistry.Default.AddCollector(name, collect);
}
