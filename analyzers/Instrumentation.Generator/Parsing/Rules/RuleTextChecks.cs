using Instrumentation.Generator.Model;
using Instrumentation.Generator.Model.Rules;
using Instrumentation.PromQL.Conditions;
using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Templates.Parsing;

namespace Instrumentation.Generator.Parsing.Rules;

/// <summary>Reads what an attribute says of a rule beside its condition.</summary>
internal sealed class RuleTextChecks(AttributeArguments arguments, RuleFindings findings)
{
    /// <summary>A duration in ticks; zero when it is not given.</summary>
    public long Duration(string name)
    {
        if (arguments.Named(name) is not { } argument)
        {
            return 0;
        }

        if (DurationText.TryParse(argument.Text, out var milliseconds))
        {
            return milliseconds * TimeSpan.TicksPerMillisecond;
        }

        var meant = WindowParser.Suggest(argument.Text.Trim());
        findings.Refuse(
            FindingIds.InvalidRuleDuration,
            argument.Content,
            $"{name} '{argument.Text}' is no duration; {(meant is null ? "units are ms, s, m, h, d, w and y, from large to small, as in 1h30m" : $"did you mean {meant}?")}",
            meant);
        return 0;
    }

    /// <summary>The labels by which the condition is looked at apart.</summary>
    public IReadOnlyList<string> By(RuleSubject subject)
    {
        var by = new List<string>();
        foreach (var label in arguments.Elements("By"))
        {
            var known = subject.Labels.Select(model => model.Name).ToList();
            if (subject.Condition.Kind == SubjectKind.Operation)
            {
                known.Add("error");
            }

            if (by.Contains(label.Text))
            {
                findings.Refuse(FindingIds.UnknownRuleLabel, label.Content, $"the label '{label.Text}' stands in By twice");
            }
            else if (subject.Condition.Kind != SubjectKind.None && !known.Contains(label.Text) && !RuleLabels.OfTargets.Contains(label.Text))
            {
                var meant = Suggestions.Nearest(label.Text, known);
                var list = known.Count == 0 ? "it has no labels" : $"it has {string.Join(", ", known)}";
                findings.Refuse(
                    FindingIds.UnknownRuleLabel,
                    label.Content,
                    $"{subject.Condition.Display} has no label '{label.Text}'; {(meant is null ? list : $"did you mean {meant}?")}",
                    meant);
            }
            else
            {
                by.Add(label.Text);
            }
        }

        return by;
    }

    /// <summary>The labels that the rule adds.</summary>
    /// <param name="known">The labels that templates can ask for; null when they are not known.</param>
    public EquatableArray<RuleLabel> Labels(IReadOnlyCollection<string>? known)
    {
        var labels = new List<RuleLabel>();
        foreach (var element in arguments.Elements("Labels"))
        {
            var equals = element.Text.IndexOf('=');
            var name = equals < 0 ? element.Text : element.Text.Substring(0, equals);
            var place = equals > 0 ? element.At(new(0, equals)) : element.Content;
            if (WhyInvalid(name, equals, labels) is { } why)
            {
                findings.Refuse(FindingIds.InvalidRuleLabel, place, why);
                continue;
            }

            var value = element.Text.Substring(equals + 1);
            Check(value, element, equals + 1, known);
            labels.Add(new(name, value));
        }

        return new(labels);
    }

    /// <summary>A template; null when it is not given.</summary>
    public string? Template(string name, IReadOnlyCollection<string>? known)
    {
        if (arguments.Named(name) is not { } argument)
        {
            return null;
        }

        Check(argument.Text, argument, 0, known);
        return argument.Text;
    }

    /// <summary>The address of the runbook; null when it is not given.</summary>
    public string? Runbook()
    {
        if (arguments.Named("Runbook") is not { } argument)
        {
            return null;
        }

        if (!Uri.TryCreate(argument.Text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            var meant = argument.Text.IndexOf("://", StringComparison.Ordinal) < 0 && argument.Text.IndexOf('.') > 0
                && Uri.IsWellFormedUriString("https://" + argument.Text, UriKind.Absolute) && !argument.Text.StartsWith("/", StringComparison.Ordinal)
                ? "https://" + argument.Text
                : null;
            findings.Note(
                FindingIds.InvalidRunbook,
                argument.Content,
                $"the runbook '{argument.Text}' is no absolute URL, so nobody can follow it from a notification; {(meant is null ? "write https://…" : $"did you mean {meant}?")}",
                meant);
        }

        return argument.Text;
    }

    private static string? WhyInvalid(string name, int equals, List<RuleLabel> labels)
    {
        if (equals < 0)
        {
            return $"'{name}' is no label; write name=value";
        }

        if (!Characters.IsPlainLabelName(name) || name.StartsWith("__", StringComparison.Ordinal))
        {
            return $"'{name}' is no name of a label; it matches [a-zA-Z_][a-zA-Z0-9_]* and does not begin with two underscores";
        }

        return name switch
        {
            "alertname" => "the label alertname is the rule's name; it cannot be given another value",
            "severity" => "the label severity is set by Severity",
            _ => labels.Any(label => label.Name == name) ? $"the label '{name}' is given twice" : null,
        };
    }

    private void Check(string template, ArgumentText argument, int offset, IReadOnlyCollection<string>? known)
    {
        var parsed = TemplateParser.Parse(template);
        foreach (var error in parsed.Errors)
        {
            findings.Refuse(FindingIds.InvalidTemplate, Place(error.Range), error.Message, error.Replacement);
        }

        foreach (var label in parsed.Labels.Where(label => known is not null && !known.Contains(label.Name)))
        {
            var meant = Suggestions.Nearest(label.Name, known!);
            var list = known!.Count == 0
                ? "its alerts have no labels of series; name some in By"
                : $"there are {string.Join(", ", known.Where(name => !RuleLabels.OfTargets.Contains(name)))}";
            findings.Refuse(
                FindingIds.InvalidTemplate,
                Place(label.Range),
                $"the label '{label.Name}' is not among those of the condition's result; {(meant is null ? list : $"did you mean {meant}?")}",
                meant);
        }

        SourceLocation? Place(SourceRange range) => argument.At(new(range.Start + offset, Math.Max(range.End, range.Start + 1) + offset));
    }
}
