using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Conditions;

/// <summary>Checks a condition in PromQL against the metrics that are known: names, labels, and what may be done with each kind.</summary>
public static class CatalogChecker
{
    // What only a counter can answer, and what it cannot.
    private static readonly string[] s_ofCounters = ["rate", "increase", "irate"];
    private static readonly string[] s_ofGauges = ["delta", "idelta", "deriv", "predict_linear"];

    /// <summary>Checks a condition.</summary>
    /// <param name="condition">A condition in PromQL; one in shorthand has nothing to check.</param>
    /// <param name="catalog">The metrics.</param>
    /// <param name="targetLabels">Labels that any series may have besides its own, since a server adds them.</param>
    /// <returns>What is wrong, in the order of the places.</returns>
    public static IReadOnlyList<ConditionError> Check(ConditionResult condition, MetricCatalog catalog, IReadOnlyCollection<string> targetLabels)
    {
        if (condition.IsShorthand || condition.Expression is not { } root)
        {
            return [];
        }

        var errors = new List<ConditionError>();
        foreach (var node in ExpressionWalk.All(root))
        {
            switch (node)
            {
                case VectorSelector selector:
                    SelectorChecker.Check(condition.Text, selector, catalog, targetLabels, errors);
                    break;
                case CallExpression call:
                    CheckCall(call, catalog, errors);
                    break;
                case AggregateExpression aggregate:
                    SelectorChecker.CheckGrouping(condition.Text, aggregate, catalog, targetLabels, errors);
                    break;
                case BinaryExpression binary:
                    SelectorChecker.CheckMatching(condition.Text, binary, catalog, targetLabels, errors);
                    if (binary.Operator.IsComparison())
                    {
                        CheckComparison(binary, catalog, errors);
                    }

                    break;
            }
        }

        CounterComparisonChecker.Check(root, catalog, errors);
        return [.. errors.OrderBy(static error => error.Range.Start)];
    }

    private static void CheckCall(CallExpression call, MetricCatalog catalog, List<ConditionError> errors)
    {
        var name = call.Function.Name;
        var place = new SourceRange(call.Range.Start, call.Range.Start + name.Length);
        if (call.Arguments.Count > 0 && call.Arguments[0] is MatrixSelector { Selector: var selector } && Find(selector, catalog, out var suffix) is { } metric)
        {
            var isCounter = metric.Kind == SubjectKind.Counter || suffix.Length > 0;
            if (s_ofCounters.Contains(name) && !isCounter && metric.Kind != SubjectKind.Histogram)
            {
                var meant = name switch { "rate" => "deriv", "irate" => "idelta", _ => "delta" };
                errors.Add(new(
                    ConditionProblem.WrongKind,
                    place,
                    $"{name} is for counters, and '{metric.Name}' is {Kind(metric.Kind)}, where each step down would count as a restart; did you mean {meant}?")
                {
                    Replacement = meant,
                });
            }
            else if (s_ofGauges.Contains(name) && isCounter)
            {
                var meant = name is "deriv" ? "rate" : name is "idelta" ? "irate" : name is "delta" ? "increase" : null;
                errors.Add(new(
                    ConditionProblem.WrongKind,
                    place,
                    $"{name} is for gauges, and {(suffix.Length > 0 ? $"'{metric.Name}{suffix}' only grows" : $"'{metric.Name}' is a counter")}, which begins anew at each restart"
                    + (meant is null ? "" : $"; did you mean {meant}?"))
                {
                    Replacement = meant,
                });
            }
        }

        if (name == "histogram_quantile" && call.Arguments.Count == 2)
        {
            foreach (var of in ExpressionWalk.All(call.Arguments[1]).OfType<VectorSelector>())
            {
                if (Find(of, catalog, out var ending) is { } known && ending != "_bucket" && known.Kind != SubjectKind.Histogram || ending is "_sum" or "_count")
                {
                    CheckBuckets(of, catalog, errors);
                }
            }
        }
    }

    private static void CheckBuckets(VectorSelector selector, MetricCatalog catalog, List<ConditionError> errors)
    {
        var metric = Find(selector, catalog, out var suffix)!;
        var meant = suffix.Length > 0 ? metric.Name + "_bucket" : null;
        errors.Add(new(
            ConditionProblem.WrongKind,
            SelectorChecker.NamePlace(selector),
            meant is null ? $"a quantile is of a histogram's buckets, and '{metric.Name}' is {Kind(metric.Kind)}" : $"a quantile is of a histogram's buckets; did you mean {meant}?")
        {
            Replacement = selector.Name is null ? null : meant,
        });
    }

    private static void CheckComparison(BinaryExpression binary, MetricCatalog catalog, List<ConditionError> errors)
    {
        var (thing, number) = binary.Right.Kind == ValueKind.Scalar ? (binary.Left, binary.Right) : (binary.Right, binary.Left);
        if (number.Kind != ValueKind.Scalar || thing.Kind != ValueKind.InstantVector)
        {
            return;
        }

        CheckHighestBound(binary, thing, number, catalog, errors);
    }

    /// <summary>A quantile is never above the highest finite bound.</summary>
    private static void CheckHighestBound(BinaryExpression binary, Expression thing, Expression number, MetricCatalog catalog, List<ConditionError> errors)
    {
        var isAbove = binary.Operator == (ReferenceEquals(thing, binary.Left) ? BinaryOperator.Greater : BinaryOperator.Less);
        if (isAbove && ExpressionWalk.Bare(number) is NumberLiteral { Value: var value }
            && ExpressionWalk.Bare(thing) is CallExpression { Function.Name: "histogram_quantile" } call)
        {
            var metrics = ExpressionWalk.All(call).OfType<VectorSelector>().Select(selector => Find(selector, catalog, out _)).Distinct().ToList();
            if (metrics.Count == 1 && metrics[0] is { Bounds.Count: > 0 } metric && value >= metric.Bounds[metric.Bounds.Count - 1])
            {
                var last = QuantityText.Of(metric.Bounds[metric.Bounds.Count - 1], metric.Unit ?? MetricUnits.FromName(metric.Name));
                errors.Add(new(
                    ConditionProblem.Constant, binary.Range, $"the comparison never holds: the highest bucket bound of '{metric.Name}' is {last}, and no quantile is above it"));
            }
        }
    }

    internal static KnownMetric? Find(VectorSelector selector, MetricCatalog catalog, out string suffix)
    {
        suffix = "";
        return ExpressionWalk.NameOf(selector) is { } name ? catalog.Find(name, out suffix) : null;
    }

    private static string Kind(SubjectKind kind) => kind switch
    {
        SubjectKind.UpDownCounter => "an up-down counter",
        _ => "a " + KindNames.Of(kind),
    };
}
