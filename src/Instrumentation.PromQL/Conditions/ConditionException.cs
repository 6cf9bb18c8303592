using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Conditions;

/// <summary>Leaves the parser at a mistake after which nothing can be said of the rest.</summary>
internal sealed class ConditionException(ConditionError error) : Exception(error.Message)
{
    public ConditionException(ConditionProblem problem, SourceRange range, string message)
        : this(new ConditionError(problem, range, message))
    {
    }

    public ConditionError Error { get; } = error;
}
