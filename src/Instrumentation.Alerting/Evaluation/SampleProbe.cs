using Instrumentation.PromQL.Parsing.Syntax;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.Alerting.Evaluation;

/// <summary>Tells whether the series that a rule reads are there, so that a condition without result can be told from one without data.</summary>
internal sealed class SampleProbe(SampleStore store, IReadOnlyList<VectorSelector> selectors, long lookback)
{
    private readonly SeriesMatcher[][] _matchers = [.. selectors.Select(static selector => selector.Matchers.Select(static matcher => new SeriesMatcher(matcher)).ToArray())];
    private readonly List<ISampleSeries> _selected = [];
    private readonly SampleBuffer _newest = new();

    /// <summary>Whether no selector has a living series that agrees with the labels of a result.</summary>
    internal bool IsMissing(Labels result, long time)
    {
        foreach (var matchers in _matchers)
        {
            _selected.Clear();
            store.Select(matchers, _selected);
            foreach (var series in _selected)
            {
                if (LabelAgreement.Agree(series.Labels, result) && IsAlive(series, time))
                {
                    return false;
                }
            }
        }

        // A rule without selectors, such as vector(1), misses nothing.
        return _matchers.Length > 0;
    }

    private bool IsAlive(ISampleSeries series, long time)
    {
        _newest.Clear();
        series.ReadNewest(time - lookback, time, _newest);
        return _newest.Count > 0 && !SpecialValues.IsStale(_newest.Values[^1]);
    }
}
