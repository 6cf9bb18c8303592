using System.Composition;
using Instrumentation.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.CodeFixes.Fixes;

/// <summary>INST017: removes the attribute from what cannot be a metric.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class INST017MetricNotSupportedFix() : RuleFix(FindingIds.MetricNotSupported, "Remove the attribute")
{
    /// <inheritdoc/>
    protected override SyntaxNode? Change(SyntaxNode root, SyntaxNode node) =>
        node.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute ? AttributeEdits.Remove(root, attribute) : null;
}
