using System.Composition;
using Instrumentation.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.CodeFixes.Fixes;

/// <summary>INST018: removes the attribute from what cannot be part of an event.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class INST018EventNotSupportedFix() : RuleFix(FindingIds.EventNotSupported, "Remove the attribute")
{
    /// <inheritdoc/>
    protected override SyntaxNode? Change(SyntaxNode root, SyntaxNode node) =>
        node.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute ? AttributeEdits.Remove(root, attribute) : null;
}
