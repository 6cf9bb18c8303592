using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.Alerting.History;

/// <summary>Who needs which series: rules, the settings, and queries for a while after they were asked. Thread-safe.</summary>
internal sealed class SelectionBook
{
    // Queries that name ever new series must not use up the memory; the oldest are forgotten first.
    private const int MostQueried = 1_000;

    private readonly Lock _gate = new();
    private readonly List<IReadOnlyList<LabelMatcher>> _fixed = [];
    private readonly Dictionary<string, (IReadOnlyList<LabelMatcher> Matchers, long Until)> _queried = new(StringComparer.Ordinal);
    private IReadOnlyList<IReadOnlyList<LabelMatcher>> _rules = [];
    private SelectionPlan _plan = SelectionPlan.Empty;

    /// <exception cref="ArgumentException">A text is no selector.</exception>
    internal SelectionBook(IEnumerable<string> selectors)
    {
        foreach (var text in selectors)
        {
            var parsed = PromQLParser.ParseSelector(text);
            _fixed.Add(parsed.Success
                ? ((VectorSelector)parsed.Expression!).Matchers
                : throw new ArgumentException($"The selector '{text}' cannot be read: {parsed.Errors[0].Describe(text)}.", nameof(selectors)));
        }

        Rebuild();
    }

    internal SelectionPlan Plan => Volatile.Read(ref _plan);

    internal void SetRules(IEnumerable<VectorSelector> selectors)
    {
        lock (_gate)
        {
            _rules = [.. selectors.Select(static selector => selector.Matchers)];
            Rebuild();
        }
    }

    /// <summary>Has the series of a query sampled until a time.</summary>
    internal void Want(Expression expression, long until)
    {
        lock (_gate)
        {
            var isNew = false;
            foreach (var selector in RuleReach.Selectors(expression))
            {
                var key = string.Join(',', selector.Matchers);
                isNew |= !_queried.ContainsKey(key);
                _queried[key] = (selector.Matchers, until);
            }

            while (_queried.Count > MostQueried)
            {
                _queried.Remove(_queried.MinBy(static pair => pair.Value.Until).Key);
            }

            if (isNew)
            {
                Rebuild();
            }
        }
    }

    /// <summary>Forgets the queries whose time is up.</summary>
    internal void Expire(long now)
    {
        lock (_gate)
        {
            var before = _queried.Count;
            foreach (var (key, (_, until)) in _queried)
            {
                if (until < now)
                {
                    _queried.Remove(key);
                }
            }

            if (_queried.Count != before)
            {
                Rebuild();
            }
        }
    }

    private void Rebuild() => Volatile.Write(ref _plan, new SelectionPlan([.. _fixed, .. _rules, .. _queried.Values.Select(static query => query.Matchers)]));
}
