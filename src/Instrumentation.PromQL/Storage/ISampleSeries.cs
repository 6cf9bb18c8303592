namespace Instrumentation.PromQL.Storage;

/// <summary>A series that can be read.</summary>
public interface ISampleSeries
{
    /// <summary>What makes it that series; the same object each time it is asked.</summary>
    public Labels Labels { get; }

    /// <summary>Appends the samples of a range, stale markers included, in order of time.</summary>
    /// <param name="after">Milliseconds since 1970; a sample at this very time is left out.</param>
    /// <param name="until">Milliseconds since 1970; a sample at this very time is included.</param>
    /// <param name="buffer">Where they go.</param>
    public void Read(long after, long until, SampleBuffer buffer);

    /// <summary>Appends at least the newest sample of a range, stale marker or not; what is older may be left out.</summary>
    /// <param name="after">Milliseconds since 1970; a sample at this very time is left out.</param>
    /// <param name="until">Milliseconds since 1970; a sample at this very time is included.</param>
    /// <param name="buffer">Where it goes.</param>
    public void ReadNewest(long after, long until, SampleBuffer buffer) => Read(after, until, buffer);
}
