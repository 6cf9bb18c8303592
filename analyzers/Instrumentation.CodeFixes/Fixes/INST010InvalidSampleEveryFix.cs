using System.Composition;
using Instrumentation.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.CodeFixes.Fixes;

/// <summary>INST010: removes the setting, so that every call is timed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class INST010InvalidSampleEveryFix() : RuleFix(FindingIds.InvalidSampleEvery, "Time every call")
{
    /// <inheritdoc/>
    protected override SyntaxNode? Change(SyntaxNode root, SyntaxNode node) =>
        node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { } argument ? AttributeEdits.Remove(root, argument) : null;
}
