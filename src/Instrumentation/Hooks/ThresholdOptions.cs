namespace Instrumentation.Hooks;

/// <summary>The limits of <see cref="ThresholdViolationHook"/>. A value above its limit is a violation; the limit itself is not.</summary>
public sealed class ThresholdOptions
{
    /// <summary>Most physical memory of the process, in bytes, at least 1 MiB. Default 512 MiB.</summary>
    public long MaxMemory { get; set; } = 512L * 1024 * 1024;

    /// <summary>Most operating-system threads of the process, from 1 to 1,000,000. Default 1,000.</summary>
    public int MaxThreads { get; set; } = 1000;

    /// <summary>
    /// Largest share of failures, from 0 to 1, among the requests since the hook last judged it. Default 0.05 (5 %).
    /// </summary>
    public double MaxErrorRate { get; set; } = 0.05;

    /// <summary>
    /// Requests that must have begun before their error rate is judged, from 1 to 1,000,000: one failure among two requests says little.
    /// Default 10.
    /// </summary>
    public int MinRequests { get; set; } = 10;

    /// <summary>
    /// Told of each crossing, after it was logged; null for nobody. It may take as long as any hook; what it throws counts as a failure of the
    /// hook. Set in code only.
    /// </summary>
    public Func<ThresholdCrossing, CancellationToken, ValueTask>? OnCrossing { get; set; }
}
