using System.Globalization;
using Instrumentation.Generator.Model.Rules;
using Instrumentation.PromQL.Parsing;

namespace Instrumentation.Generator.Parsing.Rules;

/// <summary>The rules that an objective makes: the share of bad calls over several windows, the part of the budget that is left, and alerts on how fast it is burnt.</summary>
internal sealed class SloRules(string name, string member, SloSettings settings, RuleSubject subject, RuleAssembly assembly)
{
    private const string BadRatio = "slo:sli_error:ratio_rate";
    private const decimal ThirtyDays = 30 * 86400;

    private static readonly string[] s_windows = ["5m", "30m", "1h", "2h", "6h", "1d", "3d"];

    /// <summary>The usual pairs, with the rates for 30 days and the least that is worth an alert in shorter ones.</summary>
    private static readonly (string Long, int Hours, string Short, decimal Factor, decimal Least, string Severity)[] s_burns =
    [
        ("1h", 1, "5m", 14.4m, 2, "Critical"),
        ("6h", 6, "30m", 6, 1.5m, "Critical"),
        ("1d", 24, "2h", 3, 1.2m, "Warning"),
        ("3d", 72, "6h", 1, 1, "Warning"),
    ];

    private decimal Budget => 1 - settings.Objective;

    private string Selector => $"{{slo={StringLiterals.Quote(name)}}}";

    private string Group => "slo:" + name;

    public IEnumerable<RecordingRuleModel> Recordings()
    {
        foreach (var window in s_windows)
        {
            var expression = PromQLParser.ParseOrThrow(BadShare(window), ParserFeatures.None);
            yield return Recording(BadRatio + window, assembly.Print(expression, isOwn: true), assembly.Series(isOwn: true, expression));
        }

        yield return Recording("slo:objective:ratio", $"vector({Number(settings.Objective)})", []);
        yield return Recording("slo:error_budget:ratio", $"vector({Number(Budget)})", []);
        var left = PromQLParser.ParseOrThrow(
            $"1 - avg_over_time({BadRatio}5m{Selector}[{DurationText.Format((long)(settings.Window * 1000))}]) / {Number(Budget)}", ParserFeatures.None);
        yield return Recording("slo:error_budget_remaining:ratio", left.ToString(), [BadRatio + "5m"]);
    }

    public IEnumerable<AlertRuleModel> Alerts()
    {
        foreach (var (longWindow, hours, shortWindow, usual, least, severity) in s_burns)
        {
            if (hours * 3600 >= settings.Window)
            {
                continue;
            }

            // A rate that even a total outage does not reach would never alert.
            var factor = Math.Min(Math.Max(usual * settings.Window / ThirtyDays, least), 0.9m / Budget);
            var threshold = Number(factor * Budget);
            var times = factor.ToString("0.##", CultureInfo.InvariantCulture);
            var expression = $"{BadRatio}{longWindow}{Selector} > {threshold} and {BadRatio}{shortWindow}{Selector} > {threshold}";
            yield return new()
            {
                Name = $"{AlertRuleParser.CamelCase(name) ?? name}BudgetBurn{longWindow}",
                Expression = PromQLParser.ParseOrThrow(expression, ParserFeatures.None).ToString(),
                Severity = severity,
                Summary = $"{Escaped(name)} burns its error budget at more than {times} times the rate at which it lasts.",
                Description = $"Over {longWindow}, {{{{ $value | humanizePercentage }}}} of the calls were not good; the objective is {Escaped(Percent(settings.Objective))} over "
                    + $"{DurationText.Format((long)(settings.Window * 1000))}. It alerts when that is more than {Percent(factor * Budget)} over {longWindow} and over {shortWindow}.",
                Runbook = settings.Runbook,
                Labels = new([new("long_window", longWindow), new("short_window", shortWindow)]),
                Series = new(new[] { BadRatio + longWindow, BadRatio + shortWindow }.OrderBy(series => series, StringComparer.Ordinal)),
                Group = Group,
                Member = member,
            };
        }
    }

    /// <summary>
    /// The share of calls that failed or took too long. A call that did both is counted for both, since nothing says how many these are; the share is never above 1.
    /// </summary>
    private string BadShare(string window)
    {
        var shape = subject.Condition;
        string Sum(string series, string matchers) => $"sum(rate({series}{matchers}[{window}]))";
        var calls = Sum(shape.Metric + "_count", shape.Matchers);
        var failures = $"({Sum(shape.Failures, shape.SharedMatchers)} or {calls} * 0)";
        if (settings.Latency is not { } latency)
        {
            return $"{failures} / ({calls} > 0)";
        }

        var within = Sum(shape.Metric + "_bucket", WithBound(shape.Matchers, latency));
        return $"clamp_max(({calls} - {within} + {failures}) / ({calls} > 0), 1)";
    }

    private static string WithBound(string matchers, double bound)
    {
        var text = BoundText.Of(bound);

        // A whole number is written with a point by OpenMetrics and by a server, and without one by the older format.
        var matcher = text.IndexOfAny(['.', 'e']) >= 0 ? $"le=\"{text}\"" : $"le=~\"{text}|{text}\\\\.0\"";
        return matchers.Length == 0 ? "{" + matcher + "}" : matchers.Insert(matchers.Length - 1, "," + matcher);
    }

    private RecordingRuleModel Recording(string record, string expression, IEnumerable<string> series) =>
        new(record, expression, new([new RuleLabel("slo", name)]), new(series), Group, member);

    private static string Number(decimal value) => Numbers.Format((double)value);

    private static string Percent(decimal share) => (share * 100).ToString("0.######", CultureInfo.InvariantCulture) + " %";

    /// <summary>Braces in a name must not begin a template.</summary>
    private static string Escaped(string text) => text.Replace("{{", "{ {");
}
