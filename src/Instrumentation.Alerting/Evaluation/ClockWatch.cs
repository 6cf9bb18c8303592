namespace Instrumentation.Alerting.Evaluation;

/// <summary>Tells when the system's clock was set, by comparing it with one that only runs on.</summary>
internal sealed class ClockWatch(TimeProvider time)
{
    // A clock that is slewed drifts by less than this between two looks.
    private const long Tolerance = 1_000;

    private long _wall;
    private long _stamp;
    private bool _hasBegun;

    /// <summary>Reads the clock.</summary>
    /// <param name="step">By how many milliseconds it was set since <see cref="Accept"/>; 0 if it was not.</param>
    /// <returns>Milliseconds since 1970.</returns>
    internal long Read(out long step)
    {
        var wall = time.GetUtcNow().ToUnixTimeMilliseconds();
        var expected = _wall + (long)time.GetElapsedTime(_stamp).TotalMilliseconds;
        step = _hasBegun && Math.Abs(wall - expected) > Tolerance ? wall - expected : 0;
        return wall;
    }

    /// <summary>Takes the clock as it is now for right.</summary>
    internal void Accept(long wall)
    {
        (_wall, _stamp, _hasBegun) = (wall, time.GetTimestamp(), true);
    }
}
