using Instrumentation.PromQL.Evaluation.Functions;
using Instrumentation.PromQL.Histograms;
using Instrumentation.PromQL.Parsing.Syntax;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>A selector with <c>smoothed</c>: the value between the samples on both sides (smoothSeries in promql/engine.go).</summary>
internal sealed class SmoothedSelectorNode(VectorSelector selector, bool findsResets) : VectorNode
{
    private readonly SeriesLoader _loader = new(SeriesLoader.Matchers(selector.Matchers), findsResets);
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
            var window = _filter.Take(series, first, end);
            if (!window.Times.IsEmpty && !window.Histograms.IsEmpty)
            {
                var name = series.Labels.Name;
                context.Annotations.Warn($"encountered a mix of histograms and floats for metric name \"{name}\"", selector.Range);
            }
            else if (!window.Histograms.IsEmpty)
            {
                AddHistogram(context, series.Labels, window, at);
            }
            else if (TryValueAt(window.Times, window.Values, at, out var value))
            {
                _result.Add(new VectorSample(series.Labels, value) { Timestamp = time });
            }
        }

        return _result;
    }

    private void AddHistogram(EvaluationContext context, Labels labels, in SampleWindow window, long at)
    {
        var times = window.HistogramTimes;
        var next = ExtendedRange.FirstAtLeast(times, times.Length, at);
        var isAt = next < times.Length && times[next] == at;
        if (next == 0 && !isAt)
        {
            return;
        }

        NativeHistogram? histogram;
        if (isAt)
        {
            histogram = window.Histograms[next];
        }
        else if (next == times.Length)
        {
            histogram = window.Histograms[next - 1]!.WithHint(CounterResetHint.Unknown);
        }
        else
        {
            var one = (times[next - 1], window.Histograms[next - 1]!);
            var other = (times[next], window.Histograms[next]!);
            var isCounter = one.Item2.Hint != CounterResetHint.Gauge || other.Item2.Hint != CounterResetHint.Gauge;
            var fits = one.Item2.HasCustomBounds == other.Item2.HasCustomBounds;
            histogram = fits ? HistogramExtendedRates.Interpolate(one, other, at, isCounter, out _) : null;
        }

        if (histogram is null)
        {
            context.Annotations.Warn(HistogramNotes.MixedSchemas(labels.Name), selector.Range);
            return;
        }

        _result.Add(new VectorSample(labels, 0) { Histogram = histogram, Timestamp = at });
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
