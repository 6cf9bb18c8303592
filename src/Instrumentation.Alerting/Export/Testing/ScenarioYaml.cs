using System.Globalization;
using System.Text;
using Instrumentation.Alerting.Export.Yaml;
using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Parsing.Syntax;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.Alerting.Export.Testing;

/// <summary>Writes one test of a file of unit tests.</summary>
internal static class ScenarioYaml
{
    internal static void Append(StringBuilder text, ExportedRule rule, RuleScenario scenario)
    {
        var timeline = scenario.Timeline;
        string At(int step) => DurationText.Format(step * timeline.Evaluation);
        Line(text, $"  - name: {YamlText.Scalar($"{rule.Name} fires and resolves")}");
        Line(text, $"    interval: {DurationText.Format(timeline.Interval)}");
        Line(text, "    input_series:");
        for (var i = 0; i < scenario.Inputs.Count; i++)
        {
            for (var j = 0; j < scenario.Inputs[i].Series.Count; j++)
            {
                var (input, series) = (i, j);
                Line(text, $"      - series: {YamlText.Scalar(Selector(scenario.Inputs[i].Series[j]))}");
                Line(text, $"        values: {YamlText.Scalar(Values(scenario.Phases.Select(phase => (phase.Steps * timeline.Samples, phase.Behaviours[input][series])), timeline.Interval))}");
            }
        }

        Line(text, "    alert_rule_test:");
        foreach (var step in (int[])[scenario.Quiet, scenario.Resolved])
        {
            Line(text, $"      - eval_time: {At(step)}");
            Line(text, $"        alertname: {YamlText.Scalar(rule.Name)}");
            Line(text, "        exp_alerts: []");
        }

        // By its series rather than by exp_alerts: those would have to repeat annotations, whose values differ in the last digit between versions of the server.
        Line(text, "    promql_expr_test:");
        var own = rule.Labels.Where(static label => label.Key != "alertname").ToList();
        var isTemplate = own.Exists(static label => label.Value.Contains("{{", StringComparison.Ordinal));
        var alerts = Labels.From(
        [
            new("alertname", rule.Name), new("alertstate", "firing"), .. own.Where(_ => !isTemplate).Select(static label => new Label(label.Key, label.Value)),
        ]);
        var selector = Selector(alerts.With(LabelMatcher.MetricName, "ALERTS"));
        Line(text, $"      - expr: {YamlText.Scalar(isTemplate ? $"count({selector})" : selector)}");
        Line(text, $"        eval_time: {At(scenario.Firing)}");
        Line(text, "        exp_samples:");
        if (isTemplate)
        {
            Line(text, "          - labels: '{}'");
            Line(text, $"            value: {scenario.Results.Count.ToString(CultureInfo.InvariantCulture)}");
            return;
        }

        foreach (var result in scenario.Results)
        {
            var labels = result;
            foreach (ref readonly var label in alerts.Span)
            {
                labels = labels.With(label.Name, label.Value);
            }

            Line(text, $"          - labels: {YamlText.Scalar(Selector(labels.With(LabelMatcher.MetricName, "ALERTS")))}");
            Line(text, "            value: 1");
        }
    }

    private static string Selector(Labels labels)
    {
        var rest = labels.Drop([LabelMatcher.MetricName]);
        return labels.Name + (rest.Count == 0 ? "" : rest.ToString());
    }

    /// <summary>In promtool's notation: <c>0+15x20 _x20</c>, where <c>x20</c> stands for twenty samples after the first.</summary>
    private static string Values(IEnumerable<(int Samples, SeriesBehaviour Behaviour)> phases, long interval)
    {
        var parts = new List<string>();
        var entries = phases.ToList();
        var values = RuleTrial.Values(entries, interval).ToList();
        var at = 0;
        foreach (var (samples, behaviour) in entries)
        {
            var change = behaviour.Slope * interval / 1000;
            parts.Add(values[at] is { } value
                ? $"{Numbers.Format(value)}{(change < 0 ? '-' : '+')}{Numbers.Format(Math.Abs(change))}x{(samples - 1).ToString(CultureInfo.InvariantCulture)}"
                : $"_x{samples.ToString(CultureInfo.InvariantCulture)}");
            at += samples;
        }

        return string.Join(' ', parts);
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
