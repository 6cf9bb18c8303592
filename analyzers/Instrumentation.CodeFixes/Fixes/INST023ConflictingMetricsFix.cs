using System.Composition;
using Instrumentation.Analyzers;
using Instrumentation.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.CodeFixes.Fixes;

/// <summary>INST023: gives the metric the help of the one it shares its name with, where that is all in which they differ.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class INST023ConflictingMetricsFix() : RuleFix(DiagnosticIds.ConflictingMetrics, "Take over the help of the other metric")
{
    private const string Help = nameof(Help);

    /// <inheritdoc/>
    protected override SyntaxNode? Change(SyntaxNode root, SyntaxNode node) => null;

    /// <inheritdoc/>
    protected override SyntaxNode? Change(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(INST023ConflictingMetricsAnalyzer.Help, out var text) || text is null
            || node.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute)
        {
            return null;
        }

        return attribute.Find(Help) is { } given
            ? root.ReplaceNode(given.Expression, AttributeEdits.Text(text).WithTriviaFrom(given.Expression))
            : root.ReplaceNode(attribute, AttributeEdits.Add(attribute, Help, AttributeEdits.Text(text)));
    }
}
