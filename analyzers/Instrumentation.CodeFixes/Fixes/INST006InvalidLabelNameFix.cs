using System.Composition;
using Instrumentation.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.CodeFixes.Fixes;

/// <summary>INST006: replaces what a label name cannot hold by underscores.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class INST006InvalidLabelNameFix() : RuleFix(FindingIds.InvalidLabelName, "Make the label name valid")
{
    /// <inheritdoc/>
    protected override SyntaxNode? Change(SyntaxNode root, SyntaxNode node) => AttributeEdits.ReplaceText(
        root,
        node.FirstAncestorOrSelf<AttributeSyntax>()?.ArgumentList?.Arguments.FirstOrDefault(static argument => argument.NameEquals is null)?.Expression,
        static name => ValidNames.ForLabel(name) is { } valid && valid != name ? valid : null);
}
