namespace Instrumentation.Metrics;

/// <summary>
/// The bounds of each bucket preset. The generator compiles this very file, since the bounds of a metric are part of what is known of it at compile time.
/// </summary>
internal static class PresetBounds
{
    /// <summary>Seconds, as are the next three.</summary>
    private static readonly double[] s_duration =
        [0.00001, 0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private static readonly double[] s_networkLatency = [0.001, 0.002, 0.005, 0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.5, 1, 2];

    /// <summary>The frames and ticks of 128, 60, 30 and 20 a second are bounds themselves: what is within its budget is told from what is not.</summary>
    private static readonly double[] s_frameTime =
        [0.0005, 0.001, 0.002, 0.004, 1.0 / 128, 0.01, 1.0 / 60, 0.02, 0.025, 1.0 / 30, 0.05, 0.1, 0.25];

    private static readonly double[] s_sessionLength =
        [30, 60, 120, 300, 600, 900, 1800, 2700, 3600, 5400, 7200, 10800, 14400, 21600, 28800];

    private static readonly double[] s_size = [64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216];

    private static readonly double[] s_count = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000];

    private static readonly double[] s_ratio = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1];

    /// <summary>By the number of the preset; there is none with number 0.</summary>
    internal static double[]? Of(int preset) => preset switch
    {
        1 => s_duration,
        2 => s_networkLatency,
        3 => s_frameTime,
        4 => s_sessionLength,
        5 => s_size,
        6 => s_count,
        7 => s_ratio,
        _ => null,
    };

    /// <summary>Whether the bounds are seconds; those of a metric in another unit of time are converted.</summary>
    internal static bool AreSeconds(int preset) => preset is >= 1 and <= 4;
}
