using Instrumentation.PromQL.Parsing.Syntax;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.Alerting.Export.Testing;

/// <summary>Finds labels that a selector matches.</summary>
internal static class LabelChooser
{
    private static readonly string[] s_values = ["500", "404", "200", "5xx", "a", "x", "1", "eu", "us", "GET", "other", "test", "/", "abc", "a1", "a-1", "a.b", "a_b"];

    /// <summary>The labels of a series that meets all matchers; null if none are found.</summary>
    /// <param name="matchers">The conditions, the one on the name among them.</param>
    /// <param name="shared">Values that other selectors want, taken where they do not contradict, so that series find their partners.</param>
    /// <param name="others">Selectors of the same metric that want something else: the series must not be one of theirs.</param>
    internal static Labels? Choose(IReadOnlyList<SeriesMatcher> matchers, IReadOnlyDictionary<string, string> shared, IReadOnlyList<IReadOnlyList<SeriesMatcher>> others)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in matchers.Select(static matcher => matcher.Name).Distinct())
        {
            var own = matchers.Where(matcher => matcher.Name == name).ToList();
            if (Value(own, shared.GetValueOrDefault(name)) is not { } value)
            {
                return null;
            }

            labels[name] = value;
        }

        foreach (var (name, value) in shared)
        {
            if (others.Count == 0)
            {
                labels.TryAdd(name, value);
            }
        }

        // In "errors of all requests" the second part also matches the first one's series; it gets one of its own besides.
        foreach (var matcher in others.SelectMany(static other => other))
        {
            if (!labels.ContainsKey(matcher.Name) && !matcher.Matches("other"))
            {
                labels[matcher.Name] = "other";
            }
        }

        return Labels.From(labels.Select(static pair => new Label(pair.Key, pair.Value)));
    }

    private static string? Value(List<SeriesMatcher> matchers, string? preferred)
    {
        var candidates = new List<string>();
        if (preferred is not null)
        {
            candidates.Add(preferred);
        }

        foreach (var matcher in matchers)
        {
            if (matcher.Kind == MatchKind.Equal)
            {
                candidates.Insert(0, matcher.Value);
            }
            else if (matcher.Kind == MatchKind.Regex)
            {
                candidates.AddRange(matcher.Value.Split('|').Select(static part => part.Trim('(', ')', '^', '$').Replace(".+", "x", StringComparison.Ordinal).Replace(".*", "", StringComparison.Ordinal)));
                candidates.AddRange(s_values);
            }
        }

        candidates.Add("");
        candidates.AddRange(s_values);
        return candidates.Find(candidate => matchers.TrueForAll(matcher => matcher.Matches(candidate)));
    }
}
