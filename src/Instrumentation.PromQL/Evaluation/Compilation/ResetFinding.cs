using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Evaluation.Compilation;

/// <summary>
/// Which selectors Prometheus reads for count and sum alone (detectHistogramStatsDecoding in promql/engine.go). It then compares neighbours
/// as it reads, and what it finds shows in annotations.
/// </summary>
internal static class ResetFinding
{
    public static HashSet<VectorSelector> Selectors(Expression root)
    {
        var found = new HashSet<VectorSelector>(ReferenceEqualityComparer.Instance);
        Visit(root, countsOnly: false, needsBuckets: false, found);
        return found;
    }

    private static void Visit(Expression expression, bool countsOnly, bool needsBuckets, HashSet<VectorSelector> found)
    {
        if (expression is VectorSelector selector)
        {
            if (countsOnly && !needsBuckets)
            {
                found.Add(selector);
            }

            return;
        }

        // What stands nearest to the selector decides first, so a reader of counts inside of one of buckets is not told apart.
        needsBuckets |= expression switch
        {
            SubqueryExpression => true,
            BinaryExpression binary => binary.Operator is BinaryOperator.TrimLower or BinaryOperator.TrimUpper,
            CallExpression call => call.Function.Name is "histogram_quantile" or "histogram_quantiles" or "histogram_fraction",
            _ => false,
        };
        countsOnly |= expression is CallExpression { Function.Name: "histogram_count" or "histogram_sum" or "histogram_avg" };
        foreach (var child in expression.Children)
        {
            Visit(child, countsOnly, needsBuckets, found);
        }
    }
}
