using Instrumentation.Alerting.Export.Yaml;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Instrumentation.Weaver.Rules;

/// <summary>Reads the rules that an assembly declares from the table that the generator has put into it.</summary>
internal static class RuleTableReader
{
    private const string TableType = "AlertRules";
    private static readonly string[] s_severities = ["info", "warning", "error", "critical"];

    /// <summary>The groups: as in the process, recording rules before alert rules, each in its group or that of the assembly.</summary>
    /// <exception cref="NotSupportedException">The table is not as this version's generator writes it.</exception>
    public static List<ExportedGroup> Read(AssemblyDefinition assembly)
    {
        var groups = new List<ExportedGroup>();
        foreach (var table in assembly.MainModule.Types.Where(static type => type.Name == TableType && Registers(type)))
        {
            if (table.Methods.FirstOrDefault(static method => method.IsConstructor && method.IsStatic) is not { } constructor)
            {
                continue;
            }

            var rules = TableInterpreter.Run(constructor).Values.OfType<RuleRecord>().ToList();
            foreach (var rule in rules.Where(static rule => rule.Type == "RecordingRuleDefinition").Concat(rules.Where(static rule => rule.Type == "AlertRuleDefinition")))
            {
                GroupOf(groups, rule.Text("Group") ?? assembly.Name.Name).Rules.Add(Convert(rule));
            }
        }

        return groups;
    }

    private static bool Registers(TypeDefinition type) => type.Methods.Any(static method => method.HasBody && method.Body.Instructions.Any(static instruction =>
        instruction.OpCode == OpCodes.Call && instruction.Operand is MethodReference { Name: "Add", DeclaringType.FullName: "Instrumentation.Rules.DeclaredRules" }));

    private static ExportedGroup GroupOf(List<ExportedGroup> groups, string name)
    {
        if (groups.Find(group => group.Name == name) is { } known)
        {
            return known;
        }

        var added = new ExportedGroup(name);
        groups.Add(added);
        return added;
    }

    private static ExportedRule Convert(RuleRecord record)
    {
        var isAlert = record.Type == "AlertRuleDefinition";
        var rule = new ExportedRule(isAlert, record.Text("Name") ?? "", record.Text("Expression") ?? "");
        rule.Labels.AddRange(record.Pairs("Labels"));
        if (!isAlert)
        {
            return rule;
        }

        rule.For = record.Number("For") / TimeSpan.TicksPerMillisecond;
        rule.KeepFiringFor = record.Number("KeepFiringFor") / TimeSpan.TicksPerMillisecond;
        rule.AddLabel("severity", s_severities[record.Number("Severity", otherwise: 1)]);
        rule.AddAnnotation("summary", record.Text("Summary"));
        rule.AddAnnotation("description", record.Text("Description"));
        rule.AddAnnotation("runbook_url", record.Text("Runbook"));
        ExportRemarks.Add(rule, record.Text("Member"), record.Text("Condition"), record.Number("Cooldown") / TimeSpan.TicksPerMillisecond, record.Text("ResolveExpression"));
        return rule;
    }
}
