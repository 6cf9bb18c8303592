using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary><c>x[5m]</c>, with the samples around it where <c>anchored</c> or <c>smoothed</c> ask for them.</summary>
internal sealed class MatrixSelectorNode(MatrixSelector matrix, bool findsResets) : RangeNode
{
    private readonly SeriesLoader _loader = new(SeriesLoader.Matchers(matrix.Selector.Matchers), findsResets);

    public override TimeWindow Window { get; } = new(matrix.Duration, matrix.Selector.Shift);

    public override RangeExtension Extension => matrix.Selector.Extension;

    public override ReadOnlySpan<SeriesSamples> Series => _loader.Series;

    public override void Prepare(EvaluationContext context, long first, long last)
    {
        Window.Resolve(context);
        var before = Extension == RangeExtension.None ? 0 : context.Lookback;
        var after = Extension == RangeExtension.Smoothed ? context.Lookback : 0;
        _loader.Load(context, Window.EndAt(first) - Window.Range - before, Window.EndAt(last) + after);
    }
}
