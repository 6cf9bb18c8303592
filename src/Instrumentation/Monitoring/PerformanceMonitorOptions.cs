using Instrumentation.Hooks;
using Instrumentation.Metrics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Instrumentation.Monitoring;

/// <summary>What a <see cref="PerformanceMonitor"/> that is made by hand works with. <c>AddInstrumentation</c> fills this in from its options.</summary>
public sealed class PerformanceMonitorOptions
{
    /// <summary>Where the monitor counts, and whose operations the snapshot adds up. Default the process's registry.</summary>
    public InstrumentRegistry Registry { get; set; } = InstrumentRegistry.Default;

    /// <summary>Most names of profiled code measured under a name of their own. Default 100.</summary>
    public int MaxProfiledOperations { get; set; } = 100;

    /// <summary>What holds for every hook. Which built-in ones run is for <c>AddInstrumentation</c> only.</summary>
    public HookOptions Hooks { get; set; } = new();

    /// <summary>Where the snapshot's service and transport counts come from.</summary>
    public PerformanceSources Sources { get; set; } = new();

    /// <summary>The clock. Default the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Where hooks that fail are reported. Default nowhere but in the self-metrics.</summary>
    public ILoggerFactory LoggerFactory { get; set; } = NullLoggerFactory.Instance;
}
