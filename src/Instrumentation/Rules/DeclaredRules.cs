using System.Collections.Immutable;
using Instrumentation.Metrics;

namespace Instrumentation.Rules;

/// <summary>
/// The rules that the loaded assemblies declare by attributes. Each assembly adds its own when it is loaded; the rule engine reads them. Safe to use from any thread.
/// </summary>
public static class DeclaredRules
{
    private static readonly Lock s_gate = new();
    private static ImmutableArray<DeclaredRuleSet> s_all = [];

    /// <summary>One set for each assembly, in the order in which they were loaded. A snapshot: what is added later is not in it.</summary>
    public static IReadOnlyList<DeclaredRuleSet> All
    {
        get
        {
            lock (s_gate)
            {
                return s_all;
            }
        }
    }

    /// <summary>
    /// Adds the rules of an assembly; called by its generated module initializer, so it never throws. A rule that repeats one that is there (same name, expression, severity
    /// and labels) is left out, since both would be one and the same alert; the log says so, as it does of a rule that shares a name with a different one.
    /// </summary>
    /// <param name="assembly">The simple name of the assembly.</param>
    /// <param name="alerts">Its alert rules.</param>
    /// <param name="recordings">Its recording rules.</param>
    public static void Add(string assembly, AlertRuleDefinition[] alerts, RecordingRuleDefinition[] recordings)
    {
        var duplicates = new List<string>();
        lock (s_gate)
        {
            s_all = s_all.Add(Without(s_all, new(assembly ?? "", alerts ?? [], recordings ?? []), duplicates));
        }

        foreach (var duplicate in duplicates)
        {
            InstrumentRegistry.Default.Notices.Add(duplicate);
        }
    }

    /// <summary>The set without the rules that are among others or before themselves.</summary>
    internal static DeclaredRuleSet Without(IReadOnlyList<DeclaredRuleSet> others, DeclaredRuleSet added, List<string> duplicates)
    {
        var alerts = others.SelectMany(set => set.Alerts.Select(rule => (set.Assembly, Rule: rule))).ToList();
        var keptAlerts = new List<AlertRuleDefinition>();
        foreach (var rule in added.Alerts)
        {
            var sameName = alerts.Where(other => other.Rule.Name == rule.Name).ToList();
            var same = sameName.Find(other => IsSame(other.Rule, rule));
            if (same.Rule is not null)
            {
                duplicates.Add($"Alert rule '{rule.Name}' of {Place(added.Assembly, rule.Member)} repeats that of {Place(same.Assembly, same.Rule.Member)} and is left out.");
                continue;
            }

            if (sameName.Count > 0)
            {
                duplicates.Add(
                    $"Alert rule '{rule.Name}' of {Place(added.Assembly, rule.Member)} shares its name with another of {Place(sameName[0].Assembly, sameName[0].Rule.Member)}; "
                    + "silences and routes by name apply to both. Give one of them a name of its own.");
            }

            keptAlerts.Add(rule);
            alerts.Add((added.Assembly, rule));
        }

        return new(added.Assembly, keptAlerts, WithoutRecorded(others, added, duplicates));
    }

    private static List<RecordingRuleDefinition> WithoutRecorded(
        IReadOnlyList<DeclaredRuleSet> others, DeclaredRuleSet added, List<string> duplicates)
    {
        var recordings = others.SelectMany(set => set.Recordings.Select(rule => (set.Assembly, Rule: rule))).ToList();
        var kept = new List<RecordingRuleDefinition>();
        foreach (var rule in added.Recordings)
        {
            // The same series written by two rules would jump between their values.
            var same = recordings.Find(other => other.Rule.Name == rule.Name && other.Rule.Labels.AsSpan().SequenceEqual(rule.Labels));
            if (same.Rule is not null)
            {
                duplicates.Add(
                    $"Recording rule '{rule.Name}' of {Place(added.Assembly, rule.Member)} writes the same series as that of {Place(same.Assembly, same.Rule.Member)} and is left out.");
                continue;
            }

            kept.Add(rule);
            recordings.Add((added.Assembly, rule));
        }

        return kept;
    }

    private static bool IsSame(AlertRuleDefinition one, AlertRuleDefinition other) =>
        one.Expression == other.Expression && one.Severity == other.Severity && one.Labels.AsSpan().SequenceEqual(other.Labels);

    private static string Place(string assembly, string? member) => member is null ? assembly : $"{member} ({assembly})";
}
