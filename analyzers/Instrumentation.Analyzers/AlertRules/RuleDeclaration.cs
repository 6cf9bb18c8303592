using Instrumentation.Generator.Model;
using Instrumentation.Generator.Parsing;
using Instrumentation.Generator.Parsing.Rules;

namespace Instrumentation.Analyzers.AlertRules;

/// <summary>An <c>[AlertRule]</c> or <c>[Slo]</c> as the generator's parser reads it.</summary>
/// <param name="Rule">The alert rule; null for an objective.</param>
/// <param name="Objective">The objective; null for an alert rule.</param>
internal sealed record RuleDeclaration(ParsedRule? Rule, ParsedSlo? Objective)
{
    internal EquatableArray<Finding> Findings => Rule?.Findings ?? Objective!.Findings;

    /// <summary>The names under which alerts and objectives are known, with the places to report them at.</summary>
    internal IEnumerable<(string Name, SourceLocation? Location)> Names => Rule is not null
        ? [(Rule.Name, Rule.NameText?.Content)]
        : Objective!.Names.Select(name => ("slo:" + name, Objective.Location));
}
