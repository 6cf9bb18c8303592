using Instrumentation.Generator.Model;
using Instrumentation.PromQL.Conditions;

namespace Instrumentation.Generator.Parsing.Rules;

/// <summary>Which labels there are.</summary>
internal static class RuleLabels
{
    /// <summary>Labels that a server adds to what it scrapes, so that they are there without being declared.</summary>
    public static readonly string[] OfTargets =
    [
        "job", "instance", "cluster", "namespace", "pod", "node", "container", "host", "hostname", "env", "environment", "datacenter", "dc", "zone",
        "availability_zone", "replica", "prometheus", "team", "tenant", "app", "application", "endpoint", "deployment",
    ];

    /// <summary>The labels that the alerts of a condition have before the rule adds its own; null when they are not known.</summary>
    public static IReadOnlyCollection<string>? OfResult(ConditionResult condition, ConditionSubject subject, EquatableArray<LabelModel> labels)
    {
        if (condition.Expression is not { } expression)
        {
            return null;
        }

        if (condition.IsShorthand && subject.Kind is SubjectKind.Gauge or SubjectKind.UpDownCounter && subject.By.Count == 0)
        {
            return [.. labels.Select(label => label.Name), .. OfTargets];
        }

        return ResultLabels.Of(expression);
    }
}
