using Instrumentation.PromQL.Parsing.Syntax;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>The labels of an operator's result (resultMetric in promql/engine.go).</summary>
internal static class MatchedLabels
{
    public static Labels Of(Labels many, Labels one, VectorMatching matching, bool dropsName)
    {
        var result = dropsName ? many.DropMetadata() : many;
        if (matching.Cardinality == MatchCardinality.OneToOne)
        {
            result = matching.IsOn ? result.Keep(matching.Labels) : result.Drop(matching.Labels.ToList());
        }

        foreach (var name in matching.Include)
        {
            result = result.With(name, one.Get(name));
        }

        return result;
    }

    /// <summary>The labels that a series and its partner have to agree in, for messages and filled-in series.</summary>
    public static Labels Group(Labels series, VectorMatching matching) => matching.IsOn
        ? series.Keep(matching.Labels)
        : series.Where(name => name != Labels.MetricName && !matching.Labels.Contains(name));
}
