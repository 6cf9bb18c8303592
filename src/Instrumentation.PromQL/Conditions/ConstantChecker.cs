using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Conditions;

/// <summary>Finds comparisons that hold always or never, by themselves or with others beside them.</summary>
internal static class ConstantChecker
{
    public static void Check(Assertion assertion, List<ConditionError> errors)
    {
        switch (assertion)
        {
            case ComparisonAssertion comparison:
                CheckOne(comparison, errors);
                break;
            case BothAssertion both:
                Check(both.Left, errors);
                Check(both.Right, errors);
                CheckBoth(both, errors);
                break;
            case EitherAssertion either:
                Check(either.Left, errors);
                Check(either.Right, errors);
                CheckEither(either, errors);
                break;
        }
    }

    private static void CheckOne(ComparisonAssertion comparison, List<ConditionError> errors)
    {
        var possible = new Interval(comparison.Least, true, comparison.Most, true);
        var name = comparison.Name;
        if (Interval.Of(comparison.Operator, comparison.Value) is not { } wanted)
        {
            if (new Interval(comparison.Value, true, comparison.Value, true).And(possible).IsEmpty)
            {
                Add(errors, comparison, "holds always", comparison.Value < comparison.Least ? Lowest(comparison) : comparison.Why);
            }
        }
        else if (wanted.And(possible).IsEmpty)
        {
            var isAbove = comparison.Value >= comparison.Most;
            Add(errors, comparison, "never holds", !isAbove ? Lowest(comparison) : comparison.Why.Length > 0 ? comparison.Why : $"nothing is above {Numbers.Format(comparison.Value)}");
        }
        else if (wanted.Covers(possible))
        {
            var isAbove = comparison.Value >= comparison.Most;
            Add(errors, comparison, "holds always", isAbove ? comparison.Why : Lowest(comparison));
        }
    }

    private static string Lowest(ComparisonAssertion comparison) => $"{comparison.Name} is never below {Numbers.Format(comparison.Least)}";

    private static void Add(List<ConditionError> errors, ComparisonAssertion comparison, string verdict, string why)
    {
        // 5 for 5%, or 80 for 80ms, is the usual reason.
        var isPlain = comparison.ValueText.Length > 0 && comparison.ValueText.All(static letter => Characters.IsDigit(letter) || letter == '.');
        var meant = !isPlain ? null
            : comparison is { Most: 1, Value: > 1 and <= 100 } ? comparison.ValueText + "%"
            : comparison.IsSeconds && comparison.Value / 1000 < comparison.Most && comparison.Value > comparison.Most ? comparison.ValueText + "ms"
            : null;
        errors.Add(new(
            ConditionProblem.Constant,
            meant is null ? comparison.Range : comparison.ValueRange,
            $"the comparison {verdict}: {why}{(meant is null ? "" : $"; did you mean {meant}?")}")
        {
            Replacement = meant,
        });
    }

    private static void CheckBoth(BothAssertion both, List<ConditionError> errors)
    {
        foreach (var right in Comparisons<BothAssertion>(both.Right, static node => (node.Left, node.Right)))
        {
            foreach (var left in Comparisons<BothAssertion>(both.Left, static node => (node.Left, node.Right)))
            {
                if (left.Key == right.Key
                    && Interval.Of(left.Operator, left.Value) is { } one && Interval.Of(right.Operator, right.Value) is { } other
                    && one.And(other).IsEmpty)
                {
                    errors.Add(new(
                        ConditionProblem.Constant,
                        right.Range,
                        $"the condition never holds: {right.Name} cannot be {Says(left)} and {Says(right)} at once; did you mean \"or\"?"));
                    return;
                }
            }
        }
    }

    private static void CheckEither(EitherAssertion either, List<ConditionError> errors)
    {
        foreach (var right in Comparisons<EitherAssertion>(either.Right, static node => (node.Left, node.Right)))
        {
            foreach (var left in Comparisons<EitherAssertion>(either.Left, static node => (node.Left, node.Right)))
            {
                if (left.Key == right.Key
                    && Interval.Of(left.Operator, left.Value) is { } one && Interval.Of(right.Operator, right.Value) is { } other
                    && one.CoversWith(other, new(left.Least, true, left.Most, true)))
                {
                    errors.Add(new(
                        ConditionProblem.Constant,
                        right.Range,
                        $"the condition holds always: {right.Name} is always {Says(left)} or {Says(right)}; did you mean \"and\"?"));
                    return;
                }
            }
        }
    }

    private static string Says(ComparisonAssertion comparison) =>
        $"{comparison.Operator.Symbol()} {(comparison.ValueText.Length > 0 ? comparison.ValueText : Numbers.Format(comparison.Value))}";

    /// <summary>The comparisons that are joined by nodes of one kind.</summary>
    private static IEnumerable<ComparisonAssertion> Comparisons<TNode>(Assertion assertion, Func<TNode, (Assertion, Assertion)> parts)
        where TNode : Assertion
    {
        switch (assertion)
        {
            case ComparisonAssertion comparison:
                return [comparison];
            case TNode node:
                var (left, right) = parts(node);
                return Comparisons(left, parts).Concat(Comparisons(right, parts));
            default:
                return [];
        }
    }
}
