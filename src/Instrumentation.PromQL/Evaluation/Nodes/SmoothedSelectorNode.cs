using Instrumentation.PromQL.Evaluation.Functions;
using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>A selector with <c>smoothed</c>: the value between the samples on both sides (smoothSeries in promql/engine.go).</summary>
internal sealed class SmoothedSelectorNode(VectorSelector selector) : VectorNode
{
    private readonly SeriesLoader _loader = new(SeriesLoader.Matchers(selector.Matchers));
    private readonly TimeWindow _window = new(null, selector.Shift);
    private readonly WindowFilter _filter = new();
    private readonly VectorBuffer _result = new();

    public override void Prepare(EvaluationContext context, long first, long last)
    {
        _window.Resolve(context);
        _loader.Load(context, _window.EndAt(first) - context.Lookback, _window.EndAt(last) + context.Lookback);
    }

    public override VectorBuffer Evaluate(EvaluationContext context, long time)
    {
        context.Check();
        _result.Clear();
        var at = _window.EndAt(time);
        foreach (var series in _loader.Series)
        {
            var (first, end) = series.MoveTo(at - context.Lookback, at + context.Lookback);
            _filter.Take(series, first, end, out var times, out var values, out _);
            if (TryValueAt(times, values, at, out var value))
            {
                _result.Add(new VectorSample(series.Labels, value) { Timestamp = time });
            }
        }

        return _result;
    }

    private static bool TryValueAt(ReadOnlySpan<long> times, ReadOnlySpan<double> values, long at, out double value)
    {
        var next = 0;
        while (next < times.Length && times[next] < at)
        {
            next++;
        }

        value = 0;
        if (next < times.Length && times[next] == at)
        {
            value = values[next];
            return true;
        }

        if (next == 0)
        {
            return false;
        }

        value = next == times.Length
            ? values[next - 1]
            : ExtendedRange.Interpolate(times[next - 1], values[next - 1], times[next], values[next], at, isCounter: false);
        return true;
    }
}
