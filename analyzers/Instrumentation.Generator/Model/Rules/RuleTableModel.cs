namespace Instrumentation.Generator.Model.Rules;

/// <summary>All rules of an assembly.</summary>
/// <param name="Assembly">The assembly.</param>
/// <param name="Alerts">The alert rules, in the order of files and of the source within each.</param>
/// <param name="Recordings">The recording rules, likewise.</param>
internal sealed record RuleTableModel(
    AssemblyModel Assembly, EquatableArray<AlertRuleModel> Alerts, EquatableArray<RecordingRuleModel> Recordings)
{
    /// <summary>The prefix that holds unless the program says another; null when the program has no say.</summary>
    public string? DefaultPrefix => Assembly.Defaults.AllowsPrefixOverride ? Assembly.Defaults.Prefix ?? "" : null;

    public bool IsEmpty => Alerts.Count == 0 && Recordings.Count == 0;

    /// <summary>Puts the rules of all declarations together.</summary>
    public static RuleTableModel Of(IEnumerable<RuleSetModel> sets, AssemblyModel assembly)
    {
        // Files come in any order; within one the sort is stable and leaves the source's.
        var inOrder = sets.Where(set => !set.IsEmpty).OrderBy(set => set.Path, StringComparer.Ordinal).ToArray();
        return new(
            assembly,
            new EquatableArray<AlertRuleModel>(inOrder.SelectMany(set => set.Alerts)),
            new EquatableArray<RecordingRuleModel>(inOrder.SelectMany(set => set.Recordings)));
    }
}
