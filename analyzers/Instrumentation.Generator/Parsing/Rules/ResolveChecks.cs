using Instrumentation.PromQL.Conditions;

namespace Instrumentation.Generator.Parsing.Rules;

/// <summary>Whether a condition for resolving fits the condition for firing.</summary>
internal static class ResolveChecks
{
    /// <summary>Why an alert would fire and resolve at once; null when it would not, or cannot be told.</summary>
    public static ConditionError? FindContradiction(ConditionResult? condition, ConditionResult? resolve)
    {
        if (condition?.Assertion is not ComparisonAssertion fires || resolve?.Assertion is not ComparisonAssertion resolves || fires.Key != resolves.Key
            || Interval.Of(fires.Operator, fires.Value) is not { } firing || Interval.Of(resolves.Operator, resolves.Value) is not { } resolving
            || firing.And(resolving).IsEmpty)
        {
            return null;
        }

        // What holds always contradicts anything; why it does is the better answer.
        var isSameWay = firing.High.Equals(resolving.High) || firing.Low.Equals(resolving.Low);
        return resolve.Errors.Count > 0
            ? resolve.Errors[0] with { Message = $"in ResolveWhen {resolve.Errors[0].Message}" }
            : new(
                ConditionProblem.Constant,
                resolves.Range,
                isSameWay
                    ? "ResolveWhen holds while the condition does; it must be its opposite, as in p95 > 100ms with ResolveWhen = \"p95 < 80ms\""
                    : "ResolveWhen holds while the condition still does, so the alert would fire and resolve at once; its threshold must be on the other side");
    }
}
