using Instrumentation.Generator.Parsing;
using Instrumentation.PromQL.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.AlertRules;

/// <summary>INST051: For is shorter than the interval of the samples.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST051ForTooShortAnalyzer() : RuleDeclarationAnalyzer(AlertRuleDescriptors.ForTooShort)
{
    private protected override IEnumerable<Finding> Find(RuleDeclaration declaration, SyntaxNodeAnalysisContext context)
    {
        var interval = RuleOptions.IntervalOf(context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.Node.SyntaxTree));
        if (declaration.Rule is { For: > 0 } rule && rule.For < interval.Ticks)
        {
            yield return Found(
                FindingIds.ForTooShort,
                rule,
                rule.ForText?.Content,
                $"samples come every {DurationText.Format((long)interval.TotalMilliseconds)}, so a For of {rule.ForText?.Text} has the effect of none");
        }
    }
}
