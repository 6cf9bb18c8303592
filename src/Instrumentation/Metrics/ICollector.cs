namespace Instrumentation.Metrics;

/// <summary>
/// Copies numbers that are kept elsewhere into instruments, each time before a snapshot is taken.
/// </summary>
public interface ICollector
{
    /// <summary>The name under which failures are counted, by <c>instrumentation_collector_failures_total</c>.</summary>
    public string Name { get; }

    /// <summary>
    /// Updates the instruments. Never called concurrently for one registry; a scrape waits for it, so it must be quick. An exception is counted and
    /// noted, and keeps nothing else from being collected.
    /// </summary>
    public void Collect();
}
