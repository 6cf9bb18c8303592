using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Conditions;

/// <summary>Walks syntax trees.</summary>
public static class ExpressionWalk
{
    /// <summary>The expression and all its parts, in the order of the text.</summary>
    /// <param name="root">The expression.</param>
    public static IEnumerable<Expression> All(Expression root)
    {
        var open = new Stack<Expression>();
        open.Push(root);
        while (open.Count > 0)
        {
            var node = open.Pop();
            yield return node;
            for (var i = node.Children.Count - 1; i >= 0; i--)
            {
                open.Push(node.Children[i]);
            }
        }
    }

    /// <summary>The names of the series that are read, in ordinal order without repetition. A selector that names no metric adds none.</summary>
    /// <param name="root">The expression.</param>
    public static IReadOnlyList<string> SeriesNames(Expression root) =>
    [
        .. All(root).OfType<VectorSelector>()
            .Select(NameOf)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .OrderBy(static name => name, StringComparer.Ordinal),
    ];

    /// <summary>The name of the metric that a selector reads; null when it does not say.</summary>
    /// <param name="selector">The selector.</param>
    public static string? NameOf(VectorSelector selector) =>
        selector.Name ?? selector.Matchers.FirstOrDefault(static matcher => matcher is { Kind: MatchKind.Equal, Name: LabelMatcher.MetricName })?.Value;

    internal static Expression Bare(Expression expression)
    {
        while (expression is ParenExpression paren)
        {
            expression = paren.Inner;
        }

        return expression;
    }
}
