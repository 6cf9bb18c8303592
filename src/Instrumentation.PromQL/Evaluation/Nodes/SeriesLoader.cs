using Instrumentation.PromQL.Parsing.Syntax;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>Finds the series of a selector and loads their samples; keeps the list while the source's series stay the same.</summary>
internal sealed class SeriesLoader
{
    private readonly SeriesMatcher[] _matchers;
    private readonly bool _findsResets;
    private readonly List<ISampleSeries> _selected = [];
    private readonly List<SeriesSamples> _pool = [];
    private ISampleSource? _source;
    private long _version;
    private int _count;

    public SeriesLoader(IEnumerable<SeriesMatcher> matchers, bool findsResets)
    {
        _matchers = [.. matchers];
        _findsResets = findsResets;
    }

    /// <summary>The loaded series, sorted by labels.</summary>
    public ReadOnlySpan<SeriesSamples> Series => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_pool)[.._count];

    /// <exception cref="QueryException">A regular expression is too large.</exception>
    public static IEnumerable<SeriesMatcher> Matchers(IReadOnlyList<LabelMatcher> matchers)
    {
        try
        {
            return matchers.Select(static matcher => new SeriesMatcher(matcher)).ToList();
        }
        catch (ArgumentException exception)
        {
            throw new QueryException($"error parsing regexp: {exception.Message}", exception);
        }
    }

    /// <summary>Loads the samples of (after, until], or at least the newest of them.</summary>
    public void Load(EvaluationContext context, long after, long until, bool newestOnly = false)
    {
        Select(context);
        _count = 0;
        foreach (var series in _selected)
        {
            context.Check();
            if (_count == _pool.Count)
            {
                _pool.Add(new SeriesSamples());
            }

            var samples = _pool[_count];
            samples.Reset(series.Labels);
            if (newestOnly)
            {
                series.ReadNewest(after, until, samples.Samples);
            }
            else
            {
                series.Read(after, until, samples.Samples);
            }

            if (_findsResets)
            {
                samples.Samples.FindResets();
            }

            if (samples.Samples.Count > 0)
            {
                context.Hold(samples.Samples.Count);
                _count++;
            }
        }
    }

    private void Select(EvaluationContext context)
    {
        // The version has to be read first: a series added meanwhile then makes the next query select again.
        var version = context.Source.SeriesVersion;
        if (ReferenceEquals(_source, context.Source) && _version == version)
        {
            return;
        }

        _selected.Clear();
        context.Source.Select(_matchers, _selected);
        context.CheckSeries(_selected.Count);
        _selected.Sort(static (a, b) => a.Labels.CompareTo(b.Labels));
        if (_pool.Count > 2 * (_selected.Count + 16))
        {
            _pool.RemoveRange(_selected.Count, _pool.Count - _selected.Count);
        }

        (_source, _version) = (context.Source, version);
    }
}
