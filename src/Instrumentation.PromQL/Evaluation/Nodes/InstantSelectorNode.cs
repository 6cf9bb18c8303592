using Instrumentation.PromQL.Parsing.Syntax;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>The newest sample of each series within the lookback (vectorSelectorSingle in promql/engine.go).</summary>
internal sealed class InstantSelectorNode : VectorNode
{
    private readonly SeriesLoader _loader;
    private readonly TimeWindow _window;
    private readonly VectorBuffer _result = new();
    private readonly List<long> _startTimes = [];
    private readonly bool _findsResets;

    public InstantSelectorNode(VectorSelector selector, bool findsResets)
        : this(SeriesLoader.Matchers(selector.Matchers), selector.Shift, findsResets)
    {
    }

    public InstantSelectorNode(IEnumerable<SeriesMatcher> matchers, TimeShift shift, bool findsResets = false)
    {
        _loader = new SeriesLoader(matchers, findsResets);
        _findsResets = findsResets;
        _window = new TimeWindow(null, shift);
    }

    /// <summary>When the counters behind the samples of the last evaluation started; 0 where unknown.</summary>
    public IReadOnlyList<long> StartTimes => _startTimes;

    public override void Prepare(EvaluationContext context, long first, long last)
    {
        _window.Resolve(context);
        var (from, until) = (_window.EndAt(first), _window.EndAt(last));
        _loader.Load(context, from - context.Lookback, until, newestOnly: from == until && !_findsResets);
    }

    public override VectorBuffer Evaluate(EvaluationContext context, long time)
    {
        context.Check();
        _result.Clear();
        _startTimes.Clear();
        var at = _window.EndAt(time);
        foreach (var series in _loader.Series)
        {
            var newest = series.NewestAt(at);
            if (newest < 0 || series.Samples.Times[newest] <= at - context.Lookback)
            {
                continue;
            }

            var value = series.Samples.Values[newest];
            var histogram = series.Samples.Histograms.IsEmpty ? null : series.Samples.Histograms[newest];
            if (SpecialValues.IsStale(histogram?.Sum ?? value))
            {
                continue;
            }

            _result.Add(new VectorSample(series.Labels, value) { Histogram = histogram, Timestamp = series.Samples.Times[newest] });
            var startTimes = series.Samples.StartTimes;
            _startTimes.Add(startTimes.IsEmpty ? 0 : startTimes[newest]);
        }

        return _result;
    }
}
