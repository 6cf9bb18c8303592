using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.Alerting.Export.Testing;

/// <summary>What a test must know about an expression: what it reads, how far back, and with what it compares.</summary>
internal sealed class ExpressionTraits
{
    /// <summary>Functions that read a counter.</summary>
    private static readonly HashSet<string> s_counterFunctions = ["rate", "irate", "increase", "resets"];

    internal ExpressionTraits(Expression expression) => Reach = Visit(expression, isCounter: false);

    /// <summary>The selectors, and whether each reads a counter.</summary>
    internal List<(VectorSelector Selector, bool IsCounter)> Selectors { get; } = [];

    /// <summary>The numbers in it that are neither zero nor infinite.</summary>
    internal List<double> Numbers { get; } = [];

    /// <summary>How far back it looks, in seconds.</summary>
    internal double Reach { get; }

    /// <summary>The shortest of its ranges, in seconds; infinite if it has none.</summary>
    internal double ShortestRange { get; private set; } = double.PositiveInfinity;

    /// <summary>Whether it evaluates at times of its own.</summary>
    internal bool HasSubquery { get; private set; }

    /// <summary>Whether a duration is worked out only when the query runs, which no test is made for.</summary>
    internal bool HasOpenDuration { get; private set; }

    private double Visit(Expression expression, bool isCounter)
    {
        switch (expression)
        {
            case NumberLiteral number when number.Value != 0 && double.IsFinite(number.Value):
                Numbers.Add(Math.Abs(number.Value));
                return 0;
            case VectorSelector selector:
                Selectors.Add((selector, isCounter));
                return Offset(selector.Shift);
            case MatrixSelector matrix:
                Selectors.Add((matrix.Selector, isCounter));
                var range = Length(matrix.Duration);
                ShortestRange = Math.Min(ShortestRange, range);
                return range + Offset(matrix.Selector.Shift);
            case SubqueryExpression subquery:
                HasSubquery = true;
                return Length(subquery.Duration) + Offset(subquery.Shift) + Visit(subquery.Inner, isCounter: false);
            case CallExpression call:
                var counts = s_counterFunctions.Contains(call.Function.Name);
                return call.Arguments.Select(argument => Visit(argument, counts)).DefaultIfEmpty(0).Max();
            default:
                return expression.Children.Select(child => Visit(child, isCounter)).DefaultIfEmpty(0).Max();
        }
    }

    private double Offset(TimeShift shift)
    {
        HasOpenDuration |= shift.Anchor != AtAnchor.None;
        return shift.Offset is null ? 0 : Math.Max(0, Length(shift.Offset));
    }

    private double Length(DurationExpression duration)
    {
        HasOpenDuration |= duration is not DurationLiteral;
        return (duration as DurationLiteral)?.Seconds ?? 0;
    }
}
