using Instrumentation.PromQL.Conditions;
using Instrumentation.PromQL.Parsing;
using Microsoft.Extensions.Configuration;

namespace Instrumentation.Alerting.Rules.Sources;

/// <summary>
/// Rules of the configuration section <c>Instrumentation:Alerting:Rules</c>: a list, or an object of which each key is a rule's name. Read by hand, which needs no reflection and
/// can name the key, the value and what is allowed.
/// </summary>
internal static class ConfiguredRules
{
    internal const string Source = "configuration";
    internal const string SectionName = AlertingOptions.SectionName + ":Rules";

    private static readonly string[] s_keys =
    [
        "Name", "Record", "Expression", "Operation", "Condition", "For", "KeepFiringFor", "Severity", "Summary", "Description", "Runbook", "Cooldown", "ResolveExpression",
        "OnNoData", "Group", "Labels", "Annotations",
    ];

    /// <param name="configuration">The configuration.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="subjects">Finds the operation of a name: its metrics are named with the prefix of its assembly, which a rule in the configuration does not say.</param>
    internal static List<RuleGroup> Read(IConfiguration configuration, List<string> problems, Func<string, ConditionSubject>? subjects = null)
    {
        var groups = new Dictionary<string, List<Rule>>(StringComparer.Ordinal);
        foreach (var section in configuration.GetSection(SectionName).GetChildren())
        {
            var before = problems.Count;
            foreach (var child in section.GetChildren().Where(static child => !s_keys.Contains(child.Key, StringComparer.OrdinalIgnoreCase)))
            {
                var nearest = Suggestions.Nearest(child.Key, s_keys);
                problems.Add($"{child.Path} is no setting of a rule" + (nearest is null ? $"; there are {string.Join(", ", s_keys)}." : $"; did you mean '{nearest}'?"));
            }

            var rule = Read(section, problems, subjects ?? (static operation => ConditionSubject.Operation(operation)));
            if (problems.Count == before && rule is not null)
            {
                var group = section["Group"] ?? Source;
                if (!groups.TryGetValue(group, out var rules))
                {
                    groups.Add(group, rules = []);
                }

                rules.Add(rule);
            }
        }

        return [.. groups.Select(static pair => new RuleGroup { Name = pair.Key, Source = Source, Rules = pair.Value })];
    }

    private static Rule? Read(IConfigurationSection section, List<string> problems, Func<string, ConditionSubject> subjects)
    {
        var expression = Expression(section, problems, subjects);
        if (expression is null)
        {
            return null;
        }

        if (section["Record"] is { } record)
        {
            return new RecordingRule { Name = record, Expression = expression, Labels = Pairs(section.GetSection("Labels")) };
        }

        var isListed = int.TryParse(section.Key, out _);
        if (section["Name"] is null && isListed)
        {
            problems.Add($"{section.Path}:Name is missing: the name of the alert.");
        }

        return new AlertRule
        {
            Name = section["Name"] ?? section.Key,
            Expression = expression,
            Condition = section["Operation"] is null ? null : section["Condition"],
            For = Duration(section, "For", problems),
            KeepFiringFor = Duration(section, "KeepFiringFor", problems),
            Cooldown = Duration(section, "Cooldown", problems),
            Severity = Choice(section, "Severity", AlertSeverity.Warning, problems),
            OnNoData = section["OnNoData"] is null ? null : Choice(section, "OnNoData", NoDataBehavior.Resolve, problems),
            ResolveExpression = section["ResolveExpression"],
            Labels = Pairs(section.GetSection("Labels")),
            Annotations = Annotations(section),
        };
    }

    private static string? Expression(IConfigurationSection section, List<string> problems, Func<string, ConditionSubject> subjects)
    {
        if (section["Expression"] is { Length: > 0 } expression && section["Condition"] is null)
        {
            var parsed = PromQLParser.Parse(expression);
            problems.AddRange(parsed.Errors.Select(error => $"{section.Path}:Expression is '{expression}': {error.Describe(expression)}"));
            return expression;
        }

        if (section["Condition"] is not { Length: > 0 } condition || section["Expression"] is not null)
        {
            problems.Add($"{section.Path} needs one of Expression (PromQL) and Condition (shorthand, with Operation).");
            return null;
        }

        var subject = section["Operation"] is { Length: > 0 } operation ? subjects(operation) : ConditionSubject.None;
        var result = ConditionParser.Parse(condition, subject, ParserFeatures.All);
        problems.AddRange(result.Errors.Where(static error => !error.IsWarning).Select(error => $"{section.Path}:Condition is '{condition}': {error.Describe(condition)}"));
        return result.Expression?.ToString();
    }

    private static TimeSpan Duration(IConfigurationSection section, string key, List<string> problems)
    {
        var text = section[key];
        if (string.IsNullOrWhiteSpace(text))
        {
            return TimeSpan.Zero;
        }

        if (DurationText.TryParse(text.Trim(), out var milliseconds))
        {
            return TimeSpan.FromMilliseconds(milliseconds);
        }

        if (Hosting.AlertingSettings.TryDuration(text.Trim(), out var duration) && duration >= TimeSpan.Zero)
        {
            return duration;
        }

        problems.Add($"{section.Path}:{key} is '{text}' but must be a duration such as '30s', '5m' or '00:05:00'.");
        return TimeSpan.Zero;
    }

    private static T Choice<T>(IConfigurationSection section, string key, T otherwise, List<string> problems)
        where T : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(section[key]))
        {
            return otherwise;
        }

        if (Enum.TryParse<T>(section[key], ignoreCase: true, out var choice) && Enum.IsDefined(choice))
        {
            return choice;
        }

        problems.Add($"{section.Path}:{key} is '{section[key]}' but must be one of {string.Join(", ", Enum.GetNames<T>())}.");
        return otherwise;
    }

    private static List<KeyValuePair<string, string>> Annotations(IConfigurationSection section)
    {
        var annotations = Pairs(section.GetSection("Annotations"));
        foreach (var (key, name) in new[] { ("Summary", "summary"), ("Description", "description"), ("Runbook", "runbook_url") })
        {
            if (!string.IsNullOrEmpty(section[key]))
            {
                annotations.Add(new(name, section[key]!));
            }
        }

        return annotations;
    }

    private static List<KeyValuePair<string, string>> Pairs(IConfigurationSection section) =>
        [.. section.GetChildren().Where(static child => child.Value is not null).Select(static child => KeyValuePair.Create(child.Key, child.Value!))];
}
