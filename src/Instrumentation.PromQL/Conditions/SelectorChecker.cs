using System.Text.RegularExpressions;
using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Conditions;

/// <summary>Checks the names, labels and label values that a condition uses.</summary>
internal static class SelectorChecker
{
    private static readonly Regex s_words = new("[A-Za-z_][A-Za-z0-9_]*", RegexOptions.CultureInvariant);

    public static void Check(
        string text, VectorSelector selector, MetricCatalog catalog, IReadOnlyCollection<string> targetLabels, List<ConditionError> errors)
    {
        if (ExpressionWalk.NameOf(selector) is not { } name)
        {
            return;
        }

        if (catalog.Find(name, out var suffix) is not { } metric)
        {
            CheckUnknown(selector, name, catalog, errors);
            return;
        }

        if (metric.Kind == SubjectKind.Histogram && suffix.Length == 0)
        {
            errors.Add(new(
                ConditionProblem.WrongKind,
                NamePlace(selector),
                $"'{name}' is a histogram, which has no series of its own name; there are {name}_bucket, {name}_sum and {name}_count"));
            return;
        }

        foreach (var matcher in selector.Matchers)
        {
            if (matcher.Name != LabelMatcher.MetricName && !(matcher.Name == "le" && suffix == "_bucket") && !targetLabels.Contains(matcher.Name))
            {
                CheckMatcher(text, matcher, metric, errors);
            }
        }
    }

    /// <summary>Where the name of a selector stands.</summary>
    public static SourceRange NamePlace(VectorSelector selector) =>
        selector.Name is { } name ? new(selector.Range.Start, selector.Range.Start + name.Length) : selector.Range;

    public static void CheckGrouping(
        string text, AggregateExpression aggregate, MetricCatalog catalog, IReadOnlyCollection<string> targetLabels, List<ConditionError> errors)
    {
        var metrics = ExpressionWalk.All(aggregate.Operand).OfType<VectorSelector>().Select(selector => (Metric: CatalogChecker.Find(selector, catalog, out var suffix), suffix)).ToList();
        var changesLabels = ExpressionWalk.All(aggregate.Operand).Any(static node => node is CallExpression { Function.Name: "label_replace" or "label_join" or "info" }
            or AggregateExpression { Operator: AggregationOperator.CountValues });
        if (metrics.Count == 0 || metrics.Any(static metric => metric.Metric is null) || changesLabels)
        {
            return;
        }

        foreach (var label in aggregate.Grouping)
        {
            var isKnown = targetLabels.Contains(label)
                || metrics.Any(metric => metric.Metric!.Labels.ContainsKey(label) || (label == "le" && metric.suffix == "_bucket"));
            if (!isKnown)
            {
                errors.Add(UnknownLabel(GroupingPlace(text, aggregate, label), label, metrics[0].Metric!, [.. metrics.SelectMany(metric => metric.Metric!.Labels.Keys).Distinct()]));
            }
        }
    }

    private static void CheckUnknown(VectorSelector selector, string name, MetricCatalog catalog, List<ConditionError> errors)
    {
        if (MetricCatalog.IsElsewhere(name))
        {
            return;
        }

        var meant = catalog.Suggest(name);
        errors.Add(meant is null
            ? new(
                ConditionProblem.UnknownMetric,
                NamePlace(selector),
                $"no metric '{name}' is declared here or in a referenced assembly; if it comes from elsewhere, name it in .editorconfig: instrumentation_known_metrics = {name}")
            : new(ConditionProblem.MisspeltMetric, NamePlace(selector), $"there is no metric '{name}'; did you mean {meant}?")
            {
                Replacement = selector.Name is null ? null : meant,
            });
    }

    private static void CheckMatcher(string text, LabelMatcher matcher, KnownMetric metric, List<ConditionError> errors)
    {
        if (!metric.Labels.TryGetValue(matcher.Name, out var values))
        {
            errors.Add(UnknownLabel(new(matcher.Range.Start, Math.Min(matcher.Range.End, matcher.Range.Start + matcher.Name.Length)), matcher.Name, metric, [.. metric.Labels.Keys]));
            return;
        }

        if (values is null || matcher.Kind is not (MatchKind.Equal or MatchKind.NotEqual) || matcher.Value.Length == 0 || values.Contains(matcher.Value))
        {
            return;
        }

        var quote = text.LastIndexOf(matcher.Value, matcher.Range.End - 1, matcher.Range.End - matcher.Range.Start, StringComparison.Ordinal);
        var place = quote >= 0 ? new SourceRange(quote, quote + matcher.Value.Length) : matcher.Range;
        var meant = Suggestions.Nearest(matcher.Value, values);
        errors.Add(new(
            ConditionProblem.UnknownLabel,
            place,
            $"the label '{matcher.Name}' of '{metric.Name}' is never '{matcher.Value}'; {(meant is null ? $"it is {string.Join(", ", values.Take(12))}" : $"did you mean {meant}?")}")
        {
            Replacement = meant,
        });
    }

    private static ConditionError UnknownLabel(SourceRange place, string label, KnownMetric metric, IReadOnlyCollection<string> known)
    {
        var meant = Suggestions.Nearest(label, known);
        var list = known.Count == 0 ? "it has no labels" : $"it has {string.Join(", ", known)}";
        return new(ConditionProblem.UnknownLabel, place, $"'{metric.Name}' has no label '{label}'; {(meant is null ? list : $"did you mean {meant}?")}")
        {
            Replacement = meant,
        };
    }

    /// <summary>Where a label of by (…) or without (…) stands, which may be before the operand or after it.</summary>
    private static SourceRange GroupingPlace(string text, AggregateExpression aggregate, string label)
    {
        foreach (var (start, end) in new[] { (aggregate.Range.Start, aggregate.Operand.Range.Start), (aggregate.Operand.Range.End, aggregate.Range.End) })
        {
            var isInside = false;
            foreach (Match word in s_words.Matches(text.Substring(start, end - start)))
            {
                if (isInside && word.Value == label)
                {
                    return new(start + word.Index, start + word.Index + label.Length);
                }

                isInside |= word.Value is "by" or "without" or "BY" or "WITHOUT";
            }
        }

        return aggregate.Range;
    }
}
