using System.Composition;
using Instrumentation.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.CodeFixes.Fixes;

/// <summary>INST005: replaces what a metric name cannot hold by underscores.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class INST005InvalidMetricNameFix() : RuleFix(FindingIds.InvalidMetricName, "Make the name valid")
{
    /// <inheritdoc/>
    protected override SyntaxNode? Change(SyntaxNode root, SyntaxNode node) => AttributeEdits.ReplaceText(
        root, node.FirstAncestorOrSelf<AttributeArgumentSyntax>()?.Expression, ValidNames.ForMetric);
}
