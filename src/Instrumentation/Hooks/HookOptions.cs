namespace Instrumentation.Hooks;

/// <summary>What holds for every hook, and which built-in ones <c>AddInstrumentation</c> adds.</summary>
public sealed class HookOptions
{
    /// <summary>
    /// Events that may wait for one hook, from 1 to 65,536. When so many wait, that hook misses the next ones and they are counted in
    /// <c>instrumentation_hook_dropped_events_total</c>. Default 256.
    /// </summary>
    public int QueueCapacity { get; set; } = 256;

    /// <summary>
    /// Longest time a hook may take over one event, from 10 milliseconds to 10 minutes; then its token is cancelled, the event counts as
    /// dropped, and so do later ones until the hook has returned. Default 10 seconds.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Adds <see cref="LoggingHook"/>. Default <see langword="false"/>.</summary>
    public bool Logging { get; set; }

    /// <summary>Adds <see cref="ThresholdViolationHook"/>. Default <see langword="true"/>.</summary>
    public bool Thresholds { get; set; } = true;

    /// <summary>Adds <see cref="MetricsHook"/>. Default <see langword="true"/>.</summary>
    public bool Metrics { get; set; } = true;
}
