using Instrumentation.Generator.Model;
using Instrumentation.Generator.Model.Rules;

namespace Instrumentation.Generator.Emission.Rules;

/// <summary>Prints the table of an assembly's rules.</summary>
internal static class RuleFile
{
    public const string HintName = "InstrumentationRules.g.cs";

    private const string Namespace = "global::Instrumentation.Rules";

    public static string Print(RuleTableModel table)
    {
        var writer = new SourceWriter();
        FileHeader.Print(writer, "The alert rules and objectives that the assembly declares.");
        writer.Blank();
        using (writer.Block($"namespace {table.Assembly.Namespace}"))
        {
            writer.Lines($"""
                /// <summary>The rules of the assembly, as Prometheus and the rule engine read them.</summary>
                [global::System.CodeDom.Compiler.GeneratedCode({GeneratedBy.Arguments})]
                """);
            using (writer.Block("internal static class AlertRules"))
            {
                PrintMembers(writer, table);
            }
        }

        return writer.ToString();
    }

    private static void PrintMembers(SourceWriter writer, RuleTableModel table)
    {
        if (table.DefaultPrefix is { } prefix)
        {
            writer.Lines($"""
                /// <summary>The beginning of the metrics' names: the program may have chosen another prefix.</summary>
                private static readonly string s_prefix =
                    global::Instrumentation.Metrics.MetricPrefixes.Of({Code.Text(table.Assembly.Name)}, {Code.Text(prefix)}) is [_, ..] prefix ? prefix + "_" : "";

                """);
        }

        var names = new UniqueNames(StringComparer.Ordinal);
        foreach (var taken in new[] { "AlertRules", "Register", "s_prefix" })
        {
            names.Add(taken);
        }

        var recordings = table.Recordings.Select(rule => Print(writer, rule, names)).ToArray();
        var alerts = table.Alerts.Select(rule => Print(writer, rule, names)).ToArray();
        writer.Lines("[global::System.Runtime.CompilerServices.ModuleInitializer]");
        using (writer.Block("internal static void Register()"))
        {
            writer.Lines($"{Namespace}.DeclaredRules.Add(");
            writer.Lines($"    {Code.Text(table.Assembly.Name)},");
            PrintList(writer, alerts, ",");
            PrintList(writer, recordings, ");");
        }
    }

    private static void PrintList(SourceWriter writer, string[] fields, string end)
    {
        if (fields.Length == 0)
        {
            writer.Lines($"    []{end}");
            return;
        }

        writer.Lines("    [");
        foreach (var field in fields)
        {
            writer.Lines($"        {field},");
        }

        writer.Lines($"    ]{end}");
    }

    private static string Print(SourceWriter writer, AlertRuleModel rule, UniqueNames names)
    {
        var field = names.Add(RuleCode.FieldName(rule.Name));
        var condition = rule.Condition is { } written ? $" when <c>{Code.Xml(written)}</c>" : "";
        writer.Lines($"""
            /// <summary>Alert <c>{Code.Xml(rule.Name)}</c>{condition}.</summary>
            /// <remarks><code>{Code.Xml(RuleCode.Plain(rule.Expression))}</code></remarks>
            internal static readonly {Namespace}.AlertRuleDefinition {field} = new()
            {"{"}
            """);
        writer.Lines(string.Join("\n", RuleCode.Settings(rule).Select(setting => $"    {setting},")));
        writer.Lines("};");
        writer.Blank();
        return field;
    }

    private static string Print(SourceWriter writer, RecordingRuleModel rule, UniqueNames names)
    {
        var field = names.Add(RuleCode.FieldName(rule.Name));
        writer.Lines($"""
            /// <summary>Records <c>{Code.Xml(rule.Name)}</c>.</summary>
            /// <remarks><code>{Code.Xml(RuleCode.Plain(rule.Expression))}</code></remarks>
            internal static readonly {Namespace}.RecordingRuleDefinition {field} = new()
            {"{"}
            """);
        writer.Lines(string.Join("\n", RuleCode.Settings(rule).Select(setting => $"    {setting},")));
        writer.Lines("};");
        writer.Blank();
        return field;
    }
}
