using System.Composition;
using Instrumentation.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.CodeFixes.Fixes;

/// <summary>INST003: removes the attribute or the setting.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class INST003WithoutEffectFix() : RuleFix(FindingIds.WithoutEffect, "Remove what has no effect")
{
    /// <inheritdoc/>
    protected override SyntaxNode? Change(SyntaxNode root, SyntaxNode node)
    {
        if (node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { } argument)
        {
            return AttributeEdits.Remove(root, argument);
        }

        return node.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute ? AttributeEdits.Remove(root, attribute) : null;
    }
}
