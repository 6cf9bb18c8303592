namespace Instrumentation.Metrics;

/// <summary>The bounds behind each <see cref="BucketPreset"/>, for instruments that are made at run time.</summary>
public static class BucketPresets
{
    /// <summary>The upper bounds of a preset, ascending, without +Inf. Those of a length of time are seconds.</summary>
    /// <param name="preset">Any but <see cref="BucketPreset.None"/>.</param>
    /// <returns>A copy of the bounds.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such preset, or it is <see cref="BucketPreset.None"/>.</exception>
    public static double[] BoundsOf(BucketPreset preset) =>
        PresetBounds.Of((int)preset) is { } bounds
            ? [.. bounds]
            : throw new ArgumentOutOfRangeException(nameof(preset), preset, "No preset has this number.");
}
