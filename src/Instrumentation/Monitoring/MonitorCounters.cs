using Instrumentation.Hooks;
using Instrumentation.Metrics;

namespace Instrumentation.Monitoring;

/// <summary>What a monitor counts about itself.</summary>
internal sealed class MonitorCounters
{
    private const int MaxEvents = 200;
    private const int MaxHooks = 100;

    private readonly Counter<string?> _events;
    private readonly Counter<string?> _hookFailures;
    private readonly Counter<string?> _hookDrops;

    internal MonitorCounters(InstrumentRegistry registry)
    {
        _events = registry.Counter("instrumentation_events_total", "Events recorded with the monitor.", Label.ForStrings("event", MaxEvents));
        _hookFailures = registry.Counter("instrumentation_hook_failures_total", "Events on which a hook threw.", Label.ForStrings("hook", MaxHooks));
        _hookDrops = registry.Counter("instrumentation_hook_dropped_events_total",
            "Events that a hook missed, because its queue was full or it did not return in time.", Label.ForStrings("hook", MaxHooks));
        CollectionFailures = registry.Counter("instrumentation_periodic_collection_failures_total", "Ticks of periodic collection that failed.");
    }

    internal Counter CollectionFailures { get; }

    internal void CountEvent(string name) => _events.Increment(name);

    internal HookCounters OfHook(string name) => new(name, _hookFailures, _hookDrops);
}
