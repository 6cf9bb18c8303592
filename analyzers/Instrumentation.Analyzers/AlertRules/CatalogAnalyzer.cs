using Instrumentation.Generator.Parsing;
using Instrumentation.Generator.Parsing.Rules;
using Instrumentation.PromQL.Conditions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.AlertRules;

/// <summary>A rule about conditions that also asks which metrics there are.</summary>
public abstract class CatalogAnalyzer : RuleDeclarationAnalyzer
{
    private protected CatalogAnalyzer(DiagnosticDescriptor rule)
        : base(rule)
    {
    }

    private protected override IEnumerable<Finding> Find(RuleDeclaration declaration, SyntaxNodeAnalysisContext context)
    {
        if (declaration.Rule is not { } rule || rule.Conditions.All(static condition => condition.Result.IsShorthand))
        {
            return declaration.Findings;
        }

        var options = context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.Node.SyntaxTree);
        var elsewhere = RuleOptions.KnownMetricsOf(options);
        var targetLabels = RuleLabels.OfTargets.Concat(RuleOptions.TargetLabelsOf(options)).ToList();
        var catalog = KnownMetrics.Of(context.Compilation);
        return declaration.Findings.Concat(rule.Conditions.SelectMany(condition => CatalogChecker.Check(condition.Result, catalog, targetLabels)
            .Where(error => error.Problem is not (ConditionProblem.UnknownMetric or ConditionProblem.MisspeltMetric) || !elsewhere.Any(pattern => Covers(pattern, Name(condition, error))))
            .Select(error => Found(RuleFindings.IdOf(error.Problem), rule, condition.Text.At(error.Range), error.Message, error.Replacement))));
    }

    private static string Name(LocatedCondition condition, ConditionError error) =>
        condition.Result.Text.Substring(error.Range.Start, error.Range.End - error.Range.Start);

    private static bool Covers(string pattern, string name) => pattern.EndsWith("*", StringComparison.Ordinal)
        ? name.StartsWith(pattern.Substring(0, pattern.Length - 1), StringComparison.Ordinal)
        : name == pattern;
}
