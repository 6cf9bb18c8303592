namespace Instrumentation.PromQL.Storage;

/// <summary>Where queries find their samples.</summary>
public interface ISampleSource
{
    /// <summary>Changes whenever the set of series does, so that who holds on to selected series knows to select again.</summary>
    public long SeriesVersion { get; }

    /// <summary>Appends all series that meet all matchers, in any order.</summary>
    /// <param name="matchers">The conditions.</param>
    /// <param name="series">Where they go.</param>
    public void Select(IReadOnlyList<SeriesMatcher> matchers, List<ISampleSeries> series);
}
