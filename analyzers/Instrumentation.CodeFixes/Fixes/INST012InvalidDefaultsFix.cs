using System.Composition;
using Instrumentation.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.CodeFixes.Fixes;

/// <summary>INST012: replaces what a metric name cannot hold by underscores.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class INST012InvalidDefaultsFix() : RuleFix(FindingIds.InvalidDefaults, "Make the setting valid")
{
    /// <inheritdoc/>
    protected override SyntaxNode? Change(SyntaxNode root, SyntaxNode node) =>
        node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { } argument
            ? AttributeEdits.ReplaceText(root, argument.Expression, ValidNames.ForMetric) ?? AttributeEdits.Remove(root, argument)
            : null;
}
