using System.Globalization;
using System.Text;
using Instrumentation.PromQL.Parsing;

namespace Instrumentation.Alerting.Export.Yaml;

/// <summary>Writes a rule file of Prometheus.</summary>
internal static class RulesYaml
{
    public static string Write(IReadOnlyList<ExportedGroup> groups)
    {
        var text = new StringBuilder("# Made from the rules of the program by Instrumentation; a change made here is lost when it is made again.\n");
        text.Append(groups.Count == 0 ? "groups: []\n" : "groups:\n");
        var names = Names(groups);
        for (var i = 0; i < groups.Count; i++)
        {
            Write(text, groups[i], names[i]);
        }

        return text.ToString();
    }

    /// <summary>The names under which the groups stand in the file, in their order.</summary>
    public static IReadOnlyList<string> Names(IReadOnlyList<ExportedGroup> groups)
    {
        var names = new HashSet<string>();
        return groups.Select(group => UniqueName(group.Name, names)).ToList();
    }

    // Within one file a group's name stands once.
    private static string UniqueName(string name, HashSet<string> names)
    {
        var unique = name;
        for (var i = 2; !names.Add(unique); i++)
        {
            unique = name + " " + i.ToString(CultureInfo.InvariantCulture);
        }

        return unique;
    }

    private static void Write(StringBuilder text, ExportedGroup group, string name)
    {
        text.Append("  - name: ").Append(YamlText.Scalar(name)).Append('\n');
        if (group.Interval is { } interval)
        {
            text.Append("    interval: ").Append(DurationText.Format(interval)).Append('\n');
        }

        if (group.Limit > 0)
        {
            text.Append("    limit: ").Append(group.Limit.ToString(CultureInfo.InvariantCulture)).Append('\n');
        }

        if (group.QueryOffset > 0)
        {
            text.Append("    query_offset: ").Append(DurationText.Format(group.QueryOffset)).Append('\n');
        }

        text.Append(group.Rules.Count == 0 ? "    rules: []\n" : "    rules:\n");
        foreach (var rule in group.Rules)
        {
            Write(text, rule);
        }
    }

    private static void Write(StringBuilder text, ExportedRule rule)
    {
        foreach (var remark in rule.Remarks)
        {
            text.Append("      ").Append(YamlText.Comment(remark)).Append('\n');
        }

        text.Append("      - ").Append(rule.IsAlert ? "alert: " : "record: ").Append(YamlText.Scalar(rule.Name)).Append('\n');
        text.Append("        expr: ").Append(YamlText.Scalar(rule.Expression)).Append('\n');
        if (rule.For > 0)
        {
            text.Append("        for: ").Append(DurationText.Format(rule.For)).Append('\n');
        }

        if (rule.KeepFiringFor > 0)
        {
            text.Append("        keep_firing_for: ").Append(DurationText.Format(rule.KeepFiringFor)).Append('\n');
        }

        Write(text, "labels", rule.Labels);
        Write(text, "annotations", rule.Annotations);
    }

    private static void Write(StringBuilder text, string key, List<KeyValuePair<string, string>> pairs)
    {
        if (pairs.Count == 0)
        {
            return;
        }

        text.Append("        ").Append(key).Append(":\n");
        foreach (var pair in pairs)
        {
            text.Append("          ").Append(YamlText.Scalar(pair.Key)).Append(": ").Append(YamlText.Scalar(pair.Value)).Append('\n');
        }
    }
}
