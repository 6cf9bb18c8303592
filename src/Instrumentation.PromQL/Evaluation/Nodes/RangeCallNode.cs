using Instrumentation.PromQL.Evaluation.Functions;
using Instrumentation.PromQL.Histograms;
using Instrumentation.PromQL.Parsing.Syntax;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>A function over a range, series by series: rate(), avg_over_time()…</summary>
internal sealed class RangeCallNode(CallExpression call, RangeNode operand, ScalarNode? first, ScalarNode? second) : VectorNode
{
    private static readonly string[] s_counterSuffixes = ["_total", "_sum", "_count", "_bucket"];
    private readonly RangeFunction _function = RangeFunctions.Find(call.Function.Name);
    private readonly bool _dropsName = !RangeFunctions.KeepsName(call.Function.Name);
    private readonly bool _wantsCounter = call.Function.Name is "rate" or "increase";
    // Whether two series become one is of no matter to who asks whether there is any.
    private readonly bool _onlyPresence = call.Function.Name == "absent_over_time";
    private readonly VectorBuffer _result = new();
    private readonly WindowFilter _filter = new();
    private readonly NameDropper _names = new();

    public override void Prepare(EvaluationContext context, long start, long last)
    {
        operand.Prepare(context, start, last);
        first?.Prepare(context, start, last);
        second?.Prepare(context, start, last);
    }

    public override VectorBuffer Evaluate(EvaluationContext context, long time)
    {
        context.Check();
        var a = first?.Evaluate(context, time) ?? 0;
        var b = second?.Evaluate(context, time) ?? 0;
        var rangeEnd = operand.Window.EndAt(time);
        var rangeStart = rangeEnd - operand.Window.Range;
        var after = rangeStart - (operand.Extension == RangeExtension.None ? 0 : context.Lookback);
        var until = rangeEnd + (operand.Extension == RangeExtension.Smoothed ? context.Lookback : 0);
        _result.Clear();
        foreach (var series in operand.Series)
        {
            context.Check();
            var (from, end) = series.MoveTo(after, until);
            var window = _filter.Take(series, from, end);
            if (window.IsEmpty)
            {
                continue;
            }

            var arguments = new RangeCall
            {
                Context = context,
                Labels = series.Labels,
                Times = window.Times,
                Values = window.Values,
                StartTimes = window.StartTimes,
                HistogramTimes = window.HistogramTimes,
                Histograms = window.Histograms,
                HistogramStartTimes = window.HistogramStartTimes,
                RangeStart = rangeStart,
                RangeEnd = rangeEnd,
                Time = time,
                Extension = operand.Extension,
                FirstParameter = a,
                SecondParameter = b,
                FirstArgument = call.Arguments[0].Range,
            };
            NativeHistogram? histogram = null;
            var given = window.Histograms.IsEmpty
                ? _function(arguments, out var value)
                : HistogramRanges.Evaluate(call.Function.Name, _function, arguments, out value, out histogram);
            if (given)
            {
                Add(context, series, value, histogram);
            }
        }

        if (!_onlyPresence)
        {
            _names.Verify(context, _result);
        }

        return _result;
    }

    private void Add(EvaluationContext context, SeriesSamples series, double value, NativeHistogram? histogram)
    {
        var sample = _dropsName
            ? _names.Drop(context, series.Labels, value)
            : new VectorSample(series.Labels, value) { DropName = series.DropName };
        _result.Add(histogram is null ? sample : sample with { Histogram = histogram });
        if (_wantsCounter && histogram is null)
        {
            InformUnlessCounter(context, series.Labels);
        }
    }

    private void InformUnlessCounter(EvaluationContext context, Labels labels)
    {
        var name = labels.Name;
        foreach (var suffix in s_counterSuffixes)
        {
            if (name.EndsWith(suffix, StringComparison.Ordinal))
            {
                return;
            }
        }

        if (name.Length > 0)
        {
            context.Annotations.Info(
                $"metric might not be a counter, name does not end in _total/_sum/_count/_bucket: \"{name}\"", call.Arguments[0].Range);
        }
    }
}
