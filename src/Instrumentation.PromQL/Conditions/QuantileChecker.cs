using System.Text.RegularExpressions;
using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Conditions;

/// <summary>Finds quantiles of what has lost its buckets: they have no result, ever.</summary>
internal static class QuantileChecker
{
    private static readonly Regex s_grouping = new(@"\b(by|without)\s*\([^)]*\)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    public static void Check(string text, Expression expression, List<ConditionError> errors)
    {
        foreach (var call in ExpressionWalk.All(expression).OfType<CallExpression>())
        {
            if (call.Function.Name == "histogram_quantile" && call.Arguments.Count == 2)
            {
                CheckBuckets(text, call.Arguments[1], errors);
                CheckQuantile(call.Arguments[0], errors);
            }
        }
    }

    private static void CheckQuantile(Expression quantile, List<ConditionError> errors)
    {
        if (ExpressionWalk.Bare(quantile) is NumberLiteral { Value: < 0 or > 1 } number)
        {
            errors.Add(new(
                ConditionProblem.WrongUnit,
                number.Range,
                number.Value is > 1 and <= 100
                    ? $"a quantile is from 0 to 1; did you mean {Numbers.Format(number.Value / 100)}?"
                    : "a quantile is from 0 to 1")
            {
                Replacement = number.Value is > 1 and <= 100 ? Numbers.Format(number.Value / 100) : null,
            });
        }
    }

    private static void CheckBuckets(string text, Expression buckets, List<ConditionError> errors)
    {
        if (ExpressionWalk.Bare(buckets) is not AggregateExpression aggregate || aggregate.Without != aggregate.Grouping.Contains("le") || !ReadsBuckets(aggregate))
        {
            return;
        }

        var kept = aggregate.Without ? aggregate.Grouping.Where(static label => label != "le") : ["le", .. aggregate.Grouping];
        var labels = $"{(aggregate.Without ? "without" : "by")} ({string.Join(", ", kept)})";
        var written = FindGrouping(text, aggregate);
        var name = new SourceRange(aggregate.Range.Start, aggregate.Range.Start + WordLength(text, aggregate.Range.Start));
        var meant = written is null ? $"{text.Substring(name.Start, name.End - name.Start)} {labels}" : labels;
        errors.Add(new(ConditionProblem.WrongKind, written ?? name, $"the label le, which tells the buckets apart, is lost here; write {meant}") { Replacement = meant });
    }

    /// <summary>Where <c>by (…)</c> or <c>without (…)</c> stands, before the operand or after it; null when neither does.</summary>
    private static SourceRange? FindGrouping(string text, AggregateExpression aggregate)
    {
        foreach (var (start, end) in new[] { (aggregate.Range.Start, aggregate.Operand.Range.Start), (aggregate.Operand.Range.End, aggregate.Range.End) })
        {
            if (s_grouping.Match(text, start, end - start) is { Success: true } match)
            {
                return new(match.Index, match.Index + match.Length);
            }
        }

        return null;
    }

    private static int WordLength(string text, int start)
    {
        var end = start;
        while (end < text.Length && Characters.IsWord(text[end]))
        {
            end++;
        }

        return end - start;
    }

    // A native histogram has no buckets apart; by its name a series of buckets is known.
    private static bool ReadsBuckets(Expression expression) => ExpressionWalk.All(expression)
        .OfType<VectorSelector>()
        .Any(static selector => ExpressionWalk.NameOf(selector) is { } name && name.EndsWith("_bucket", StringComparison.Ordinal));
}
