using Instrumentation.Generator.Model;
using Instrumentation.Generator.Model.Rules;
using Instrumentation.PromQL.Conditions;

namespace Instrumentation.Generator.Parsing.Rules;

/// <summary>A condition as it was read, with its places in the source.</summary>
internal sealed record LocatedCondition(ConditionResult Result, ArgumentText Text);

/// <summary>What an <c>[AlertRule]</c> was found to be. Not for the pipeline: it holds on to syntax.</summary>
/// <param name="Name">The rule's name.</param>
/// <param name="NameText">Where that stands.</param>
/// <param name="Rule">The rule; null when it is refused.</param>
/// <param name="Conditions">The condition, and the one for resolving.</param>
/// <param name="For">How long the condition must hold, where that is given; in ticks.</param>
/// <param name="ForText">Where that stands.</param>
/// <param name="Findings">What is wrong.</param>
internal sealed record ParsedRule(
    string Name,
    ArgumentText? NameText,
    AlertRuleModel? Rule,
    IReadOnlyList<LocatedCondition> Conditions,
    long For,
    ArgumentText? ForText,
    EquatableArray<Finding> Findings);
