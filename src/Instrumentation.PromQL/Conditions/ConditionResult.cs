using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Conditions;

/// <summary>What became of a condition's text: an expression, or the reasons why it is none.</summary>
public sealed record ConditionResult
{
    /// <summary>The condition as written.</summary>
    public required string Text { get; init; }

    /// <summary>The condition as PromQL that needs no further knowledge; null when there are errors.</summary>
    public Expression? Expression { get; init; }

    /// <summary>Whether the condition was written in shorthand. Then places in <see cref="Expression"/> are none of <see cref="Text"/>.</summary>
    public bool IsShorthand { get; init; }

    /// <summary>All mistakes, warnings included, in the order of their places.</summary>
    public IReadOnlyList<ConditionError> Errors { get; init; } = [];

    /// <summary>The windows that are written in the condition.</summary>
    public IReadOnlyList<ConditionWindow> Windows { get; init; } = [];

    /// <summary>What the condition asserts, as far as it compares with numbers.</summary>
    internal Assertion Assertion { get; init; } = new UnknownAssertion();

    /// <summary>Whether the condition can be evaluated.</summary>
    public bool Success => Expression is not null;
}
