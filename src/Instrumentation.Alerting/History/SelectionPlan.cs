using Instrumentation.PromQL.Parsing.Syntax;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.Alerting.History;

/// <summary>Which series are sampled: those that some selector matches. Immutable.</summary>
internal sealed class SelectionPlan
{
    private readonly SeriesMatcher[][] _selectors;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly bool _anyName;

    internal SelectionPlan(IEnumerable<IReadOnlyList<LabelMatcher>> selectors)
    {
        _selectors = [.. selectors.Select(static matchers => matchers.Select(static matcher => new SeriesMatcher(matcher)).ToArray())];
        foreach (var matchers in _selectors)
        {
            var name = Array.Find(matchers, static matcher => matcher is { Name: Labels.MetricName, Kind: MatchKind.Equal });
            _anyName |= name is null;
            _names.Add(name?.Value ?? "");
        }
    }

    internal static SelectionPlan Empty { get; } = new([]);

    /// <summary>Whether series of that name may be wanted.</summary>
    internal bool MayWant(string name) => _anyName || _names.Contains(name);

    internal bool Wants(Labels labels)
    {
        foreach (var matchers in _selectors)
        {
            if (Array.TrueForAll(matchers, matcher => matcher.Matches(labels.Get(matcher.Name))))
            {
                return true;
            }
        }

        return false;
    }
}
