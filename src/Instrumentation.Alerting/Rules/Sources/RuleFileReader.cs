using System.Globalization;
using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Storage;
using Instrumentation.PromQL.Templates.Parsing;
using YamlDotNet.RepresentationModel;

namespace Instrumentation.Alerting.Rules.Sources;

/// <summary>Makes groups of a file's nodes, and notes what is wrong at its place.</summary>
internal static class RuleFileReader
{
    private static readonly string[] s_fileKeys = ["groups"];
    private static readonly string[] s_groupKeys = ["name", "interval", "limit", "query_offset", "labels", "rules"];
    private static readonly string[] s_ruleKeys = ["record", "alert", "expr", "for", "keep_firing_for", "labels", "annotations"];

    internal static IEnumerable<RuleGroup> ReadDocument(RuleFileContext context, YamlNode root)
    {
        var groups = new List<RuleGroup>();
        if (RuleFileContext.IsNull(root) || context.Entries(root, "a rule file", s_fileKeys) is not { } entries || !entries.TryGetValue("groups", out var list)
            || RuleFileContext.IsNull(list.Value))
        {
            return groups;
        }

        foreach (var node in Items(context, list.Value, "groups"))
        {
            if (ReadGroup(context, node) is { } group)
            {
                if (groups.Exists(other => other.Name == group.Name))
                {
                    context.Add(node, $"there are two groups named '{group.Name}' in this file; give each a name of its own");
                }

                groups.Add(group);
            }
        }

        return groups;
    }

    private static RuleGroup? ReadGroup(RuleFileContext context, YamlNode node)
    {
        if (context.Entries(node, "a group", s_groupKeys) is not { } entries)
        {
            return null;
        }

        var name = context.Scalar(entries, "name")?.Value;
        if (string.IsNullOrEmpty(name))
        {
            context.Add(node, "the group has no name");
            return null;
        }

        var interval = context.Duration(entries, "interval");
        var limit = ReadLimit(context, entries);
        var labels = context.Pairs(entries, "labels", (key, label, value) => CheckLabel(context, key, label, value, isAlert: false));
        var rules = new List<Rule>();
        if (entries.TryGetValue("rules", out var list) && !RuleFileContext.IsNull(list.Value))
        {
            foreach (var rule in Items(context, list.Value, "rules"))
            {
                if (ReadRule(context, rule, labels) is { } read)
                {
                    rules.Add(read);
                }
            }
        }

        return new RuleGroup
        {
            Name = name,
            Source = context.Path,
            Interval = interval == TimeSpan.Zero ? null : interval,
            Limit = limit,
            QueryOffset = context.Duration(entries, "query_offset") ?? TimeSpan.Zero,
            Rules = rules,
        };
    }

    private static Rule? ReadRule(RuleFileContext context, YamlNode node, List<KeyValuePair<string, string>> groupLabels)
    {
        if (context.Entries(node, "a rule", s_ruleKeys) is not { } entries)
        {
            return null;
        }

        var (record, alert, expression) = (context.Scalar(entries, "record"), context.Scalar(entries, "alert"), context.Scalar(entries, "expr"));
        if (record is null == alert is null)
        {
            context.Add(node, record is null ? "the rule needs one of 'record' and 'alert'" : "only one of 'record' and 'alert' may be set");
            return null;
        }

        if (string.IsNullOrWhiteSpace(expression?.Value))
        {
            context.Add(node, "the rule has no 'expr'");
            return null;
        }

        CheckExpression(context, expression);
        var own = context.Pairs(entries, "labels", (key, label, value) => CheckLabel(context, key, label, value, isAlert: alert is not null));

        // A rule's own label wins over the group's.
        List<KeyValuePair<string, string>> labels = [.. groupLabels.Where(label => !own.Exists(other => other.Key == label.Key)), .. own];
        return alert is not null
            ? ReadAlert(context, entries, alert, expression.Value, labels)
            : ReadRecording(context, entries, record!, expression.Value, labels);
    }

    private static RecordingRule ReadRecording(
        RuleFileContext context, Dictionary<string, (YamlNode Key, YamlNode Value)> entries, YamlScalarNode record, string expression, List<KeyValuePair<string, string>> labels)
    {
        foreach (var name in new[] { "for", "keep_firing_for", "annotations" })
        {
            if (entries.TryGetValue(name, out var entry))
            {
                context.Add(entry.Key, $"'{name}' has no meaning for a recording rule");
            }
        }

        if (!Characters.IsPlainMetricName(record.Value ?? ""))
        {
            context.Add(record, $"'{record.Value}' is no name of a recording rule; by custom it is level:metric:operations");
        }

        return new RecordingRule { Name = record.Value ?? "", Expression = expression, Labels = labels };
    }

    private static AlertRule ReadAlert(
        RuleFileContext context, Dictionary<string, (YamlNode Key, YamlNode Value)> entries, YamlScalarNode alert, string expression, List<KeyValuePair<string, string>> labels)
    {
        if (string.IsNullOrEmpty(alert.Value))
        {
            context.Add(alert, "the alert has no name");
        }

        return new AlertRule
        {
            Name = alert.Value ?? "",
            Expression = expression,
            For = context.Duration(entries, "for") ?? TimeSpan.Zero,
            KeepFiringFor = context.Duration(entries, "keep_firing_for") ?? TimeSpan.Zero,
            Labels = labels,
            Annotations = context.Pairs(entries, "annotations", (key, name, value) =>
            {
                if (!Characters.IsPlainLabelName(name))
                {
                    context.Add(key, $"'{name}' is no name of an annotation; it must match [a-zA-Z_][a-zA-Z0-9_]*");
                }

                CheckTemplate(context, value);
            }),
        };
    }

    private static int ReadLimit(RuleFileContext context, Dictionary<string, (YamlNode Key, YamlNode Value)> entries)
    {
        if (context.Scalar(entries, "limit") is not { } scalar)
        {
            return 0;
        }

        if (int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var limit))
        {
            return limit;
        }

        context.Add(scalar, $"'limit' is '{scalar.Value}' but must be a whole number from 0 up");
        return 0;
    }

    private static IEnumerable<YamlNode> Items(RuleFileContext context, YamlNode node, string what)
    {
        if (node is YamlSequenceNode sequence)
        {
            return sequence.Children;
        }

        context.Add(node, $"'{what}' has to be a list");
        return [];
    }

    private static void CheckExpression(RuleFileContext context, YamlScalarNode scalar)
    {
        var parsed = PromQLParser.Parse(scalar.Value!);
        foreach (var error in parsed.Errors)
        {
            context.Add(scalar, scalar.Value!, error.Range, error.Message);
        }

        if (parsed.Success && parsed.Expression!.Kind is not (ValueKind.InstantVector or ValueKind.Scalar))
        {
            context.Add(scalar, $"the expression gives a {parsed.Expression.Kind.Name()}, but a rule needs an instant vector or a scalar");
        }
    }

    private static void CheckLabel(RuleFileContext context, YamlScalarNode key, string name, YamlScalarNode value, bool isAlert)
    {
        if (!Characters.IsPlainLabelName(name) || name == Labels.MetricName || (isAlert && name == "alertname"))
        {
            context.Add(key, $"'{name}' is no label name that a rule may set");
        }

        if (isAlert)
        {
            CheckTemplate(context, value);
        }
    }

    private static void CheckTemplate(RuleFileContext context, YamlScalarNode value)
    {
        foreach (var error in TemplateParser.Parse(value.Value ?? "").Errors)
        {
            context.Add(value, value.Value!, error.Range, error.Message);
        }
    }
}
