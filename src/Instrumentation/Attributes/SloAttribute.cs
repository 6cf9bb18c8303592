namespace Instrumentation;

/// <summary>
/// Declares a service level objective of a monitored operation. The build makes rules of it: the part of the error budget that is left, and alerts on how fast it is
/// burnt, over several windows (5m with 1h, 30m with 6h, 2h with 1d, 6h with 3d).
/// </summary>
/// <param name="objective">The share of calls that must be good, as in <c>"99.9%"</c>: above 0 % and below 100 %.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Struct, Inherited = false, AllowMultiple = true)]
public sealed class SloAttribute(string objective) : Attribute
{
    /// <summary>The share of calls that must be good.</summary>
    public string Objective { get; } = objective;

    /// <summary>
    /// A call that takes longer is not good, as in <c>"250ms"</c>: one of the bounds of the operation's buckets. When left out, only failures are not good.
    /// </summary>
    public string? Latency { get; set; }

    /// <summary>The time over which the objective holds, as in <c>"30d"</c>, which is the default. From a day to 90 days.</summary>
    public string Window { get; set; } = "30d";

    /// <summary>The objective's name; when left out, the operation's.</summary>
    public string? Name { get; set; }

    /// <summary>Where it is written what to do: an absolute URL.</summary>
    public string? Runbook { get; set; }
}
