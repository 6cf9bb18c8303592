namespace Instrumentation;

/// <summary>Bucket bounds under a name, for what game servers measure.</summary>
public enum BucketPreset
{
    /// <summary>None: the bounds are given, or the default applies, which is <see cref="Duration"/> for a metric in seconds.</summary>
    None,

    /// <summary>A piece of work: 18 bounds from 10 µs to 10 s.</summary>
    Duration,

    /// <summary>A way over the network: 1 ms to 2 s.</summary>
    NetworkLatency,

    /// <summary>One tick or frame: 0.5 ms to 250 ms, with 1/128, 1/60, 1/30 and 1/20 of a second among the bounds.</summary>
    FrameTime,

    /// <summary>A session or match: 30 s to 8 h.</summary>
    SessionLength,

    /// <summary>A size in bytes: 64 B to 16 MiB, by factors of 4.</summary>
    Size,

    /// <summary>A number of things: 1 to 10,000.</summary>
    Count,

    /// <summary>A part of a whole: 0.01 to 1.</summary>
    Ratio,
}
