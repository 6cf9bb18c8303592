using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Conditions;

/// <summary>One mistake in a condition.</summary>
/// <param name="Problem">What sort of mistake.</param>
/// <param name="Range">The characters that are wrong.</param>
/// <param name="Message">What is wrong and what to write instead. Not a sentence with a full stop; it follows the condition's place.</param>
public sealed record ConditionError(ConditionProblem Problem, SourceRange Range, string Message)
{
    /// <summary>What was probably meant, where that is known; it replaces <see cref="Range"/>.</summary>
    public string? Replacement { get; init; }

    /// <summary>Whether the condition can be evaluated all the same.</summary>
    public bool IsWarning => Problem is ConditionProblem.Constant or ConditionProblem.UnknownMetric;

    /// <summary>The message with its place: <c>1:7: …</c>.</summary>
    /// <param name="text">The condition.</param>
    public string Describe(string text) => $"{Range.Describe(text)}: {Message}";
}
