namespace Instrumentation.PromQL.Parsing.Syntax;

/// <summary>What stands after <c>@</c>.</summary>
public enum AtAnchor
{
    /// <summary>No <c>@</c>.</summary>
    None,

    /// <summary>A fixed time.</summary>
    Timestamp,

    /// <summary><c>start()</c> of the query.</summary>
    Start,

    /// <summary><c>end()</c> of the query.</summary>
    End,
}

/// <summary>The modifiers that move a selector or subquery in time.</summary>
/// <param name="Anchor">What stands after <c>@</c>.</param>
/// <param name="Timestamp">The time after <c>@</c> in milliseconds since 1970, if <paramref name="Anchor"/> says so.</param>
/// <param name="Offset">How far back it looks; negative ones look ahead.</param>
public sealed record TimeShift(AtAnchor Anchor, long Timestamp, DurationExpression? Offset)
{
    /// <summary>Not moved.</summary>
    public static TimeShift None { get; } = new(AtAnchor.None, 0, null);
}
