using Instrumentation.Generator.Model;
using Instrumentation.PromQL.Conditions;

namespace Instrumentation.Generator.Parsing.Rules;

/// <summary>Gathers what is wrong with one rule.</summary>
internal sealed class RuleFindings(string rule)
{
    private readonly List<Finding> _findings = [];

    /// <summary>Whether some finding leaves nothing to evaluate.</summary>
    public bool IsRefused { get; private set; }

    public EquatableArray<Finding> ToArray() => new(_findings);

    /// <summary>Adds a finding beside which the rule still stands.</summary>
    public void Note(string id, SourceLocation? location, string message, string? replacement = null) =>
        _findings.Add(new(id, location, new EquatableArray<string>(replacement is null ? [rule, message] : [rule, message, replacement])));

    /// <summary>Adds a finding for which the rule is left out.</summary>
    public void Refuse(string id, SourceLocation? location, string message, string? replacement = null)
    {
        IsRefused = true;
        Note(id, location, message, replacement);
    }

    /// <summary>Adds what is wrong with a condition.</summary>
    public void Add(ConditionResult condition, ArgumentText text)
    {
        foreach (var error in condition.Errors)
        {
            Note(IdOf(error.Problem), text.At(error.Range), error.Message, error.Replacement);
        }

        IsRefused |= !condition.Success;
    }

    public static string IdOf(ConditionProblem problem) => problem switch
    {
        ConditionProblem.UnknownShorthand => FindingIds.UnknownShorthand,
        ConditionProblem.WrongKind => FindingIds.WrongKind,
        ConditionProblem.WrongUnit => FindingIds.WrongUnit,
        ConditionProblem.Constant => FindingIds.ConstantCondition,
        ConditionProblem.MisspeltMetric => FindingIds.MisspeltMetric,
        ConditionProblem.UnknownMetric => FindingIds.UnknownMetric,
        ConditionProblem.UnknownLabel => FindingIds.UnknownRuleLabel,
        _ => FindingIds.ConditionSyntax,
    };
}
