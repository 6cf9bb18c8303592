using Instrumentation.PromQL.Parsing.Syntax;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.Alerting.Export.Testing;

/// <summary>Finds the series that expressions read, and what these may do.</summary>
internal static class InputFinder
{
    private const string Bucket = "_bucket";
    private const string BoundLabel = "le";
    private const int MostNumbers = 5;

    /// <summary>The inputs of expressions, or null if a selector is met by no series that could be thought of.</summary>
    /// <param name="traits">The expressions' traits.</param>
    /// <param name="recorded">Names that rules record, which are no inputs.</param>
    internal static List<TestInput>? Find(IReadOnlyList<ExpressionTraits> traits, IReadOnlySet<string> recorded)
    {
        var numbers = traits.SelectMany(static trait => trait.Numbers).Distinct().Order().Take(MostNumbers).ToList();
        var wanted = traits
            .SelectMany(static trait => trait.Selectors)
            .Select(static entry => (Matchers: entry.Selector.Matchers.Select(static matcher => new SeriesMatcher(matcher)).ToList(), entry.IsCounter))
            .ToList();
        if (wanted.Exists(static entry => Name(entry.Matchers) is null))
        {
            return null;
        }

        wanted.RemoveAll(entry => recorded.Contains(Name(entry.Matchers)!));
        var shared = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var matcher in wanted.SelectMany(static entry => entry.Matchers).Where(static matcher => matcher.Kind == MatchKind.Equal && matcher.Value.Length > 0))
        {
            if (matcher.Name is not (LabelMatcher.MetricName or BoundLabel))
            {
                shared.TryAdd(matcher.Name, matcher.Value);
            }
        }

        var series = new Dictionary<Labels, bool>();
        foreach (var entry in wanted)
        {
            var others = wanted
                .Where(other => Name(other.Matchers) == Name(entry.Matchers) && !Same(other.Matchers, entry.Matchers))
                .Select(static other => (IReadOnlyList<SeriesMatcher>)[.. WithoutBound(other.Matchers)])
                .Where(other => !other.All(matcher => entry.Matchers.Exists(own => Same(own, matcher))))
                .ToList();
            if (LabelChooser.Choose([.. WithoutBound(entry.Matchers)], shared, others) is not { } labels)
            {
                return null;
            }

            series[labels] = series.GetValueOrDefault(labels) || entry.IsCounter || IsCounterName(labels.Name);
        }

        var bounds = wanted.SelectMany(static entry => entry.Matchers).Where(static matcher => matcher.Name == BoundLabel && matcher.Kind == MatchKind.Equal)
            .Select(static matcher => matcher.Value).Distinct().ToList();
        return Group(series, numbers, bounds);
    }

    private static List<TestInput> Group(Dictionary<Labels, bool> series, List<double> numbers, List<string> bounds)
    {
        var inputs = new List<TestInput>();
        foreach (var labels in series.Keys.Where(static labels => labels.Name.EndsWith(Bucket, StringComparison.Ordinal)).ToList())
        {
            var metric = labels.Name[..^Bucket.Length];
            series.Remove(labels);
            Labels? Sibling(string suffix)
            {
                var sibling = labels.With(LabelMatcher.MetricName, metric + suffix);
                return series.Remove(sibling) ? sibling : null;
            }

            inputs.Add(InputChoices.Histogram(labels, Sibling("_count"), Sibling("_sum"), numbers, bounds));
        }

        inputs.AddRange(series.Select(pair => new TestInput([pair.Key], pair.Value ? InputChoices.Counter(numbers) : InputChoices.Gauge(numbers))));
        return inputs;
    }

    private static bool IsCounterName(string name) =>
        name.EndsWith("_total", StringComparison.Ordinal) || name.EndsWith("_count", StringComparison.Ordinal) || name.EndsWith("_sum", StringComparison.Ordinal)
        || name.EndsWith(Bucket, StringComparison.Ordinal);

    private static string? Name(List<SeriesMatcher> matchers) =>
        matchers.Find(static matcher => matcher.Name == LabelMatcher.MetricName && matcher.Kind == MatchKind.Equal)?.Value;

    private static IEnumerable<SeriesMatcher> WithoutBound(IEnumerable<SeriesMatcher> matchers) => matchers.Where(static matcher => matcher.Name != BoundLabel);

    private static bool Same(List<SeriesMatcher> one, List<SeriesMatcher> other) => one.Count == other.Count && one.TrueForAll(matcher => other.Exists(own => Same(own, matcher)));

    private static bool Same(SeriesMatcher one, SeriesMatcher other) => one.Kind == other.Kind && one.Name == other.Name && one.Value == other.Value;
}
