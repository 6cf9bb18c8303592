using Instrumentation.PromQL.Conditions;

namespace Instrumentation.Generator.Parsing.Rules;

/// <summary>Whether a condition for resolving fits the condition for firing.</summary>
internal static class ResolveChecks
{
    public static void Check(ConditionResult? condition, ConditionResult? resolve, IReadOnlyList<LocatedCondition> conditions, RuleFindings findings)
    {
        if (condition?.Assertion is not ComparisonAssertion fires || resolve?.Assertion is not ComparisonAssertion resolves || fires.Key != resolves.Key
            || Interval.Of(fires.Operator, fires.Value) is not { } firing || Interval.Of(resolves.Operator, resolves.Value) is not { } resolving)
        {
            return;
        }

        if (!firing.And(resolving).IsEmpty)
        {
            var text = conditions[conditions.Count - 1].Text;
            var isSameWay = firing.High.Equals(resolving.High) || firing.Low.Equals(resolving.Low);
            findings.Refuse(
                FindingIds.ContradictoryResolve,
                text.At(resolves.Range),
                isSameWay
                    ? "ResolveWhen holds while the condition does; it must be its opposite, as in p95 > 100ms with ResolveWhen = \"p95 < 80ms\""
                    : "ResolveWhen holds while the condition still does, so the alert would fire and resolve at once; its threshold must be on the other side");
        }
    }
}
