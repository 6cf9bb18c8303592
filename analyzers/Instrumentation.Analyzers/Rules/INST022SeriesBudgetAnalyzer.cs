using System.Collections.Immutable;
using System.Globalization;
using Instrumentation.Analyzers.Declarations;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INST022: the labels of a metric multiply to more series than the project wants of one metric.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST022SeriesBudgetAnalyzer() : DeclaredMetricAnalyzer(DiagnosticDescriptors.SeriesBudget)
{
    /// <summary>The property of a diagnostic that says which limit would fit.</summary>
    internal const string Limit = "Limit";

    private const int DefaultBudget = 1_000;

    private protected override void Check(DeclaredMetric metric, SymbolAnalysisContext context)
    {
        // Above that the metric is refused, which INST014 says.
        var isRefused = LabelModel.SeriesCount(metric.Labels) > DefinitionParser.SeriesBudget;
        var budget = Settings.Number(context.Options, metric.Attribute, Settings.SeriesBudget, DefaultBudget);
        if (metric.DeclaredSeries > budget && !isRefused)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rule, metric.Attribute, FittingLimit(metric, budget), metric.Member, SeriesProduct.Describe(metric.Labels, DeclaredMetric.Size), SeriesProduct.Number(budget)));
        }
    }

    /// <summary>The limit with which the one label that has one would stay within the budget.</summary>
    private static ImmutableDictionary<string, string?> FittingLimit(DeclaredMetric metric, int budget)
    {
        var limited = metric.Labels.Where(static label => label.Limit > 0).ToList();
        var fitting = limited.Count == 1 ? budget / (metric.DeclaredSeries / limited[0].Limit) : 0;
        return fitting < 2 ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(Limit, fitting.ToString(CultureInfo.InvariantCulture));
    }
}
