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

    public InstantSelectorNode(VectorSelector selector)
        : this(SeriesLoader.Matchers(selector.Matchers), selector.Shift)
    {
    }

    public InstantSelectorNode(IEnumerable<SeriesMatcher> matchers, TimeShift shift)
    {
        _loader = new SeriesLoader(matchers);
        _window = new TimeWindow(null, shift);
    }

    /// <summary>When the counters behind the samples of the last evaluation started; 0 where unknown.</summary>
    public IReadOnlyList<long> StartTimes => _startTimes;

    public override void Prepare(EvaluationContext context, long first, long last)
    {
        _window.Resolve(context);
        _loader.Load(context, _window.EndAt(first) - context.Lookback, _window.EndAt(last), newestOnly: _window.EndAt(first) == _window.EndAt(last));
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
            if (double.IsNaN(value) && Refuses(series, value))
            {
                continue;
            }

            _result.Add(new VectorSample(series.Labels, value) { Timestamp = series.Samples.Times[newest] });
            var startTimes = series.Samples.StartTimes;
            _startTimes.Add(startTimes.IsEmpty ? 0 : startTimes[newest]);
        }

        return _result;
    }

    private static bool Refuses(SeriesSamples series, double value) =>
        SpecialValues.IsNativeHistogram(value)
            ? throw new NativeHistogramException(series.Labels.ToString())
            : SpecialValues.IsStale(value);
}
