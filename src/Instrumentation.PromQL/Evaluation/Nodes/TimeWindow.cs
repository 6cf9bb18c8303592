using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>Where a selector or subquery looks at: its range, offset and <c>@</c> once the query's times are known.</summary>
internal sealed class TimeWindow(DurationExpression? range, TimeShift shift)
{
    private long _offset;
    private long? _at;

    /// <summary>How far it reaches back, in milliseconds; 0 without a range.</summary>
    public long Range { get; private set; }

    /// <summary>Whether it looks at the same time at each step.</summary>
    public bool IsFixed => _at.HasValue;

    /// <summary>Works out durations that depend on the query's step and range.</summary>
    /// <exception cref="QueryException">A duration is out of bounds.</exception>
    public void Resolve(EvaluationContext context)
    {
        Range = range is null ? 0 : Duration(context, range, mayBeNegative: false);
        _offset = shift.Offset is null ? 0 : Duration(context, shift.Offset, mayBeNegative: true);
        _at = shift.Anchor switch
        {
            AtAnchor.Timestamp => shift.Timestamp,
            AtAnchor.Start => context.Start,
            AtAnchor.End => context.End,
            _ => null,
        };
    }

    /// <summary>The end of the window when the query is evaluated at <paramref name="time"/>.</summary>
    public long EndAt(long time) => (_at ?? time) - _offset;

    /// <summary>Works out one duration.</summary>
    /// <exception cref="QueryException">It is out of bounds.</exception>
    public static long Duration(EvaluationContext context, DurationExpression duration, bool mayBeNegative)
    {
        var error = DurationArithmetic.Evaluate(duration, context.Step, context.End - context.Start, mayBeNegative, out var milliseconds);
        return error is null
            ? milliseconds
            : throw new QueryException($"{error.Range.Start}:{error.Range.End}: {error.Message}");
    }
}
