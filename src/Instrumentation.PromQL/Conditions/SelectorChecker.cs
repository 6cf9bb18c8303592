using System.Globalization;
using System.Text.RegularExpressions;
using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Conditions;

/// <summary>Checks the names, labels and label values that a condition uses.</summary>
internal static class SelectorChecker
{
    private static readonly Regex s_alternatives = new(@"^[A-Za-z0-9_-]+(\|[A-Za-z0-9_-]+)*$", RegexOptions.CultureInvariant);
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
            if (matcher.Name == "le" && suffix == "_bucket")
            {
                CheckBound(text, matcher, metric, errors);
            }
            else if (matcher.Name != LabelMatcher.MetricName && !targetLabels.Contains(matcher.Name))
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
        if (Known(aggregate.Operand, catalog) is not { } metrics)
        {
            return;
        }

        foreach (var label in aggregate.Grouping)
        {
            var isKnown = targetLabels.Contains(label)
                || metrics.Any(metric => metric.Metric.Labels.ContainsKey(label) || (label == "le" && metric.Suffix == "_bucket"));
            if (!isKnown)
            {
                errors.Add(UnknownLabel(GroupingPlace(text, aggregate, label), label, metrics[0].Metric, [.. metrics.SelectMany(static metric => metric.Metric.Labels.Keys).Distinct()]));
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

    /// <summary>Labels of <c>on</c>, <c>ignoring</c>, <c>group_left</c> and <c>group_right</c>, where all metrics of both sides are known.</summary>
    public static void CheckMatching(
        string text, BinaryExpression binary, MetricCatalog catalog, IReadOnlyCollection<string> targetLabels, List<ConditionError> errors)
    {
        var labels = binary.Matching.Labels.Concat(binary.Matching.Include).ToList();
        if (labels.Count == 0 || Known(binary, catalog) is not { } metrics)
        {
            return;
        }

        foreach (var label in labels.Distinct())
        {
            if (!targetLabels.Contains(label) && !metrics.Any(metric => metric.Metric.Labels.ContainsKey(label) || (label == "le" && metric.Suffix == "_bucket")))
            {
                var place = s_words.Matches(text.Substring(binary.Left.Range.End, binary.Right.Range.Start - binary.Left.Range.End))
                    .Cast<Match>().FirstOrDefault(word => word.Value == label);
                var start = binary.Left.Range.End + (place?.Index ?? 0);
                errors.Add(UnknownLabel(
                    place is null ? binary.OperatorRange : new(start, start + label.Length),
                    label,
                    metrics[0].Metric,
                    [.. metrics.SelectMany(static metric => metric.Metric.Labels.Keys).Distinct()]));
            }
        }
    }

    /// <summary>The metrics of an expression; null when some are not known, or when something gives their series other labels.</summary>
    private static List<(KnownMetric Metric, string Suffix)>? Known(Expression expression, MetricCatalog catalog)
    {
        var nodes = ExpressionWalk.All(expression).ToList();
        var metrics = nodes.OfType<VectorSelector>().Select(selector => (Metric: CatalogChecker.Find(selector, catalog, out var suffix), Suffix: suffix)).ToList();
        var changesLabels = nodes.Any(static node => node is CallExpression { Function.Name: "label_replace" or "label_join" or "info" }
            or AggregateExpression { Operator: AggregationOperator.CountValues });
        return metrics.Count == 0 || changesLabels || metrics.Any(static metric => metric.Metric is null) ? null : [.. metrics.Select(static metric => (metric.Metric!, metric.Suffix))];
    }

    /// <summary>The bounds of buckets are texts: <c>le="1"</c> matches nothing where the series says <c>le="1.0"</c>.</summary>
    private static void CheckBound(string text, LabelMatcher matcher, KnownMetric metric, List<ConditionError> errors)
    {
        if (metric.Bounds.Count == 0 || matcher.Kind is not (MatchKind.Equal or MatchKind.NotEqual) || matcher.Value is "" or "+Inf")
        {
            return;
        }

        var number = double.TryParse(matcher.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;
        if (metric.Bounds.Contains(number) && matcher.Value.IndexOfAny(['.', 'e', 'E']) >= 0)
        {
            return;
        }

        var meant = double.IsNaN(number) ? null : Label(metric.Bounds.OrderBy(bound => Math.Abs(bound - number)).First());
        errors.Add(new(
            ConditionProblem.UnknownLabel,
            ValuePlace(text, matcher),
            $"'{metric.Name}' has no bucket with le=\"{matcher.Value}\"; {(meant is null ? $"there are {string.Join(", ", metric.Bounds.Select(Label))}, +Inf" : $"did you mean {meant}?")}")
        {
            Replacement = meant,
        });

        static string Label(double bound) => Numbers.Format(bound) is var digits && digits.IndexOfAny(['.', 'e']) < 0 ? digits + ".0" : digits;
    }

    private static SourceRange ValuePlace(string text, LabelMatcher matcher)
    {
        var quote = text.LastIndexOf(matcher.Value, matcher.Range.End - 1, matcher.Range.End - matcher.Range.Start, StringComparison.Ordinal);
        return quote >= 0 ? new SourceRange(quote, quote + matcher.Value.Length) : matcher.Range;
    }

    private static void CheckMatcher(string text, LabelMatcher matcher, KnownMetric metric, List<ConditionError> errors)
    {
        if (!metric.Labels.TryGetValue(matcher.Name, out var values))
        {
            errors.Add(UnknownLabel(new(matcher.Range.Start, Math.Min(matcher.Range.End, matcher.Range.Start + matcher.Name.Length)), matcher.Name, metric, [.. metric.Labels.Keys]));
            return;
        }

        if (values is not null && matcher.Kind == MatchKind.Regex && s_alternatives.IsMatch(matcher.Value))
        {
            CheckAlternatives(text, matcher, metric, values, errors);
            return;
        }

        if (values is null || matcher.Kind is not (MatchKind.Equal or MatchKind.NotEqual) || matcher.Value.Length == 0 || values.Contains(matcher.Value))
        {
            return;
        }

        var place = ValuePlace(text, matcher);
        var meant = Suggestions.Nearest(matcher.Value, values);
        errors.Add(new(
            ConditionProblem.UnknownLabel,
            place,
            $"the label '{matcher.Name}' of '{metric.Name}' is never '{matcher.Value}'; {(meant is null ? $"it is {string.Join(", ", values.Take(12))}" : $"did you mean {meant}?")}")
        {
            Replacement = meant,
        });
    }

    /// <summary>Words with strokes between are a list of values; what else a regular expression matches is not looked into.</summary>
    private static void CheckAlternatives(string text, LabelMatcher matcher, KnownMetric metric, IReadOnlyCollection<string> values, List<ConditionError> errors)
    {
        var start = ValuePlace(text, matcher).Start;
        foreach (var alternative in matcher.Value.Split('|'))
        {
            if (!values.Contains(alternative))
            {
                var meant = Suggestions.Nearest(alternative, values);
                errors.Add(new(
                    ConditionProblem.UnknownLabel,
                    new(start, start + alternative.Length),
                    $"the label '{matcher.Name}' of '{metric.Name}' is never '{alternative}'; {(meant is null ? $"it is {string.Join(", ", values.Take(12))}" : $"did you mean {meant}?")}")
                {
                    Replacement = meant,
                });
            }

            start += alternative.Length + 1;
        }
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
