using Instrumentation.PromQL.Evaluation.Functions;
using Instrumentation.PromQL.Evaluation.Nodes;
using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Evaluation.Compilation;

/// <summary>The orders that the sort functions ask for.</summary>
internal static class Orders
{
    public static Comparison<VectorSample> For(CallExpression call)
    {
        switch (call.Function.Name)
        {
            case "sort":
                return static (a, b) => RankingNode.Ascending(a.Value, b.Value);
            case "sort_desc":
                return static (a, b) => RankingNode.Descending(a.Value, b.Value);
        }

        var names = call.Arguments.Skip(1).Select(QueryCompiler.Text).ToArray();
        return call.Function.Name == "sort_by_label"
            ? (a, b) => ByLabels(a, b, names)
            : (a, b) => ByLabels(b, a, names);
    }

    private static int ByLabels(VectorSample a, VectorSample b, string[] names)
    {
        foreach (var name in names)
        {
            var (one, other) = (a.Labels.Get(name), b.Labels.Get(name));
            if (one != other)
            {
                return NaturalOrder.Compare(one, other);
            }
        }

        return a.Labels.CompareTo(b.Labels);
    }
}
