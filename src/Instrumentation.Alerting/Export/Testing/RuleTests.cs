using System.Text;
using Instrumentation.Alerting.Export.Yaml;
using Instrumentation.PromQL.Evaluation;
using Instrumentation.PromQL.Parsing;

namespace Instrumentation.Alerting.Export.Testing;

/// <summary>Writes a file of unit tests for <c>promtool test rules</c>.</summary>
internal static class RuleTests
{
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    internal static string Write(IReadOnlyList<ExportedGroup> groups, string rulesFile, CancellationToken cancellation)
    {
        var subjects = groups.SelectMany(static group => group.Rules).Where(static rule => rule.IsAlert).Select(rule => TestSubject.Read(rule, groups)).ToList();
        var evaluation = Timeline.EvaluationFor(subjects.Select(static subject => subject.Span));
        var text = new StringBuilder("# Made from the rules of the program by Instrumentation; a change made here is lost when it is made again.\n");
        text.Append("rule_files:\n  - ").Append(YamlText.Scalar(rulesFile)).Append('\n');
        text.Append("evaluation_interval: ").Append(DurationText.Format(evaluation * 1000L)).Append('\n');
        AppendOrder(text, groups);
        var tests = new StringBuilder();
        foreach (var subject in subjects)
        {
            if (TryFind(subject, evaluation, cancellation, out var why) is { } scenario)
            {
                ScenarioYaml.Append(tests, subject.Rule, scenario);
            }
            else
            {
                text.Append(YamlText.Comment($"No test of {subject.Rule.Name}: {why}")).Append('\n');
            }
        }

        return text.Append(tests.Length == 0 ? "tests: []\n" : "tests:\n").Append(tests).ToString();
    }

    // promtool evaluates groups in an order that is another each time, unless it is told; what is recorded has to be there when alerts read it.
    private static void AppendOrder(StringBuilder text, IReadOnlyList<ExportedGroup> groups)
    {
        if (groups.Count < 2)
        {
            return;
        }

        text.Append("group_eval_order:\n");
        foreach (var (_, name) in groups.Zip(RulesYaml.Names(groups)).OrderBy(static pair => pair.First.Rules.TrueForAll(static rule => rule.IsAlert)))
        {
            text.Append("  - ").Append(YamlText.Scalar(name)).Append('\n');
        }
    }

    private static RuleScenario? TryFind(TestSubject subject, int evaluation, CancellationToken cancellation, out string why)
    {
        why = subject.Problem ?? "no samples were found on which it fires and resolves again.";
        if (subject.Problem is not null)
        {
            return null;
        }

        try
        {
            var trial = new RuleTrial(subject.Expression!, subject.Recordings, subject.Inputs);
            return new ScenarioSearch(subject.Rule, trial, subject.Inputs, subject.TimelineAt(evaluation), cancellation).Find();
        }
        catch (QueryException exception)
        {
            why = exception.Message;
            return null;
        }
    }
}
