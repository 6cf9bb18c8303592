using Instrumentation.PromQL.Histograms;
using Instrumentation.PromQL.Parsing.Syntax;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>An expression evaluated at aligned steps (runSubquery in promql/engine.go), once for all windows that will be asked for.</summary>
internal sealed class SubqueryNode(SubqueryExpression subquery, VectorNode inner) : RangeNode
{
    private readonly Dictionary<Labels, SeriesSamples> _byLabels = [];
    private readonly List<SeriesSamples> _series = [];
    private readonly Stack<SeriesSamples> _free = new();

    public override TimeWindow Window { get; } = new(subquery.Duration, subquery.Shift);

    public override RangeExtension Extension => RangeExtension.None;

    public override ReadOnlySpan<SeriesSamples> Series => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_series);

    public override void Prepare(EvaluationContext context, long first, long last)
    {
        Window.Resolve(context);
        var step = subquery.Step is null
            ? (long)context.Options.SubqueryStep.TotalMilliseconds
            : TimeWindow.Duration(context, subquery.Step, mayBeNegative: false);
        // A step below a millisecond would never get on.
        step = Math.Max(step, 1);

        var after = Window.EndAt(first) - Window.Range;
        var until = Window.EndAt(last);
        var start = step * (after / step);
        start = start <= after ? start + step : start;
        Release();
        if (start > until)
        {
            return;
        }

        if ((until - start) / step > context.Options.MaxSamples)
        {
            context.Hold(long.MaxValue / 2);
        }

        inner.Prepare(context, start, start + ((until - start) / step * step));
        for (var time = start; time <= until; time += step)
        {
            Collect(context, time);
        }
    }

    private void Collect(EvaluationContext context, long time)
    {
        var vector = inner.Evaluate(context, time).Span;
        context.Check();
        context.Hold(vector.Length);
        foreach (ref readonly var sample in vector)
        {
            if (!_byLabels.TryGetValue(sample.Labels, out var series))
            {
                context.CheckSeries(_series.Count + 1);
                series = _free.TryPop(out var used) ? used : new SeriesSamples();
                series.Reset(sample.Labels, sample.DropName);
                _byLabels.Add(sample.Labels, series);
                _series.Add(series);
            }
            else if (series.Samples.Count > 0 && series.Samples.Times[^1] == time)
            {
                throw new QueryException("vector cannot contain metrics with the same labelset");
            }

            if (sample.Histogram is null)
            {
                series.Samples.Add(time, sample.Value);
            }
            else
            {
                // Between steps samples were left out, so what was known about neighbours no longer holds.
                var isGauge = sample.Histogram.Hint == CounterResetHint.Gauge;
                series.Samples.Add(time, isGauge ? sample.Histogram : sample.Histogram.WithHint(CounterResetHint.Unknown));
            }
        }
    }

    private void Release()
    {
        foreach (var series in _series)
        {
            _free.Push(series);
        }

        _series.Clear();
        _byLabels.Clear();
    }
}
