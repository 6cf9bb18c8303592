using Instrumentation.PromQL.Storage;

namespace Instrumentation.AspNetCore.Api.Requests;

/// <summary>The series that <c>match[]</c>, <c>start</c> and <c>end</c> of a request stand for.</summary>
internal sealed class SeriesFilter
{
    private readonly SeriesSelectors _selectors;
    private readonly long _start;
    private readonly long _end;

    /// <exception cref="ApiException">A selector or a time is wrong.</exception>
    internal SeriesFilter(ApiRequest request)
    {
        _start = request.Time("start", long.MinValue / 4);
        _end = request.Time("end", long.MaxValue / 4);
        if (_end < _start)
        {
            throw ApiException.BadParameter("end", "end timestamp must not be before start time");
        }

        _selectors = new SeriesSelectors(request);
    }

    internal bool HasSelectors => _selectors.Any;

    /// <summary>The labels of all series that any of the selectors matches and that have a sample within the time; each once, in no order.</summary>
    internal IReadOnlyCollection<Labels> Find(ISampleSource source, CancellationToken cancellation)
    {
        var found = new HashSet<Labels>();
        var series = new List<ISampleSeries>();
        var buffer = new SampleBuffer();
        foreach (var matchers in _selectors.All)
        {
            series.Clear();
            source.Select(matchers, series);
            foreach (var candidate in series)
            {
                cancellation.ThrowIfCancellationRequested();
                buffer.Clear();
                candidate.ReadNewest(_start - 1, _end, buffer);
                if (buffer.Count > 0)
                {
                    found.Add(candidate.Labels);
                }
            }
        }

        return found;
    }
}
