using System.Composition;
using Instrumentation.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.CodeFixes.Fixes;

/// <summary>INST004: makes the name unique by the type's.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class INST004DuplicateOperationNameFix() : RuleFix(FindingIds.DuplicateOperationName, "Put the type's name before it")
{
    /// <inheritdoc/>
    protected override SyntaxNode? Change(SyntaxNode root, SyntaxNode node)
    {
        var attribute = node.FirstAncestorOrSelf<AttributeSyntax>();
        var type = node.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        return type is null ? null : AttributeEdits.ReplaceText(
            root,
            attribute?.ArgumentList?.Arguments.FirstOrDefault(static argument => argument.NameEquals is null)?.Expression,
            name => $"{type.Identifier.ValueText}.{name}");
    }
}
