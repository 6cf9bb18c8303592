using Instrumentation.Monitoring;
using Microsoft.Extensions.Logging;

namespace Instrumentation.Hooks;

/// <summary>What all runners of one monitor share.</summary>
internal sealed record HookRunnerContext(
    int QueueCapacity,
    TimeSpan Timeout,
    TimeProvider Time,
    ILogger Logger,
    Func<string, HookCounters> CountersOf,
    Func<QueuedEvent, PerformanceSnapshot> SnapshotAfter);
