using Instrumentation.Alerting.Export.Yaml;
using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.Alerting.Export.Testing;

/// <summary>An alert rule with all that its test is made of.</summary>
internal sealed class TestSubject
{
    private readonly List<ExpressionTraits> _traits = [];

    private TestSubject(ExportedRule rule) => Rule = rule;

    internal ExportedRule Rule { get; }

    /// <summary>Why there can be no test; null if there may be one.</summary>
    internal string? Problem { get; private set; }

    internal Expression? Expression { get; private set; }

    /// <summary>The recording rules that it reads, and those that they read, in the order of the file.</summary>
    internal List<(ExportedRule Rule, Expression Expression)> Recordings { get; private set; } = [];

    internal List<TestInput> Inputs { get; private set; } = [];

    /// <summary>How far back it looks, <c>for</c> and <c>keep_firing_for</c> included, in seconds.</summary>
    internal double Span => Reach + ((Rule.For + Rule.KeepFiringFor) / 1000.0);

    private double Reach => _traits.Count == 0 ? 0 : _traits[0].Reach + _traits.Skip(1).Select(static trait => trait.Reach).DefaultIfEmpty(0).Max();

    internal static TestSubject Read(ExportedRule rule, IReadOnlyList<ExportedGroup> groups)
    {
        var subject = new TestSubject(rule);
        subject.Problem = subject.Read(groups);
        return subject;
    }

    internal Timeline TimelineAt(int evaluation) => Timeline.For(
        evaluation, Reach, _traits.Min(static trait => Math.Min(trait.ShortestRange, trait.HasSubquery ? 300 : double.PositiveInfinity)), Rule.For / 1000.0, Rule.KeepFiringFor / 1000.0);

    private string? Read(IReadOnlyList<ExportedGroup> groups)
    {
        if (PromQLParser.Parse(Rule.Expression) is not { Success: true, Expression: { } expression })
        {
            return "its expression cannot be parsed.";
        }

        Expression = expression;
        Recordings = RecordingsOf(expression, groups);
        _traits.Add(new ExpressionTraits(expression));
        _traits.AddRange(Recordings.Select(static recording => new ExpressionTraits(recording.Expression)));
        if (_traits.Exists(static trait => trait.HasOpenDuration))
        {
            return "it looks at fixed times, or its durations are worked out.";
        }

        if (InputFinder.Find(_traits, Recordings.Select(static recording => recording.Rule.Name).ToHashSet(StringComparer.Ordinal)) is not { } inputs)
        {
            return "no series was found that its selectors match.";
        }

        Inputs = inputs;
        return null;
    }

    private static List<(ExportedRule Rule, Expression Expression)> RecordingsOf(Expression expression, IReadOnlyList<ExportedGroup> groups)
    {
        var all = groups.SelectMany(static group => group.Rules).Where(static rule => !rule.IsAlert)
            .Select(static rule => (Rule: rule, PromQLParser.Parse(rule.Expression) is { Success: true } parsed ? parsed.Expression : null))
            .Where(static recording => recording.Item2 is not null)
            .ToList();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<Expression>([expression]);
        while (waiting.TryDequeue(out var next))
        {
            foreach (var (selector, _) in new ExpressionTraits(next).Selectors)
            {
                var name = selector.Matchers.FirstOrDefault(static matcher => matcher.Name == LabelMatcher.MetricName)?.Value ?? "";
                if (names.Add(name))
                {
                    all.FindAll(recording => recording.Rule.Name == name).ForEach(recording => waiting.Enqueue(recording.Item2!));
                }
            }
        }

        return [.. all.Where(recording => names.Contains(recording.Rule.Name)).Select(static recording => (recording.Rule, recording.Item2!))];
    }
}
