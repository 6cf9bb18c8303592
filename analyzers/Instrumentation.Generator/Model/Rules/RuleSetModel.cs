namespace Instrumentation.Generator.Model.Rules;

/// <summary>The rules that the attributes on one declaration make, in the order of the source.</summary>
/// <param name="Path">The file.</param>
/// <param name="Alerts">The alert rules.</param>
/// <param name="Recordings">The recording rules.</param>
internal sealed record RuleSetModel(string Path, EquatableArray<AlertRuleModel> Alerts, EquatableArray<RecordingRuleModel> Recordings)
{
    public bool IsEmpty => Alerts.Count == 0 && Recordings.Count == 0;
}
