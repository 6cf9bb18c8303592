using System.Composition;
using Instrumentation.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.CodeFixes.Fixes;

/// <summary>INST007: bounds a string by a limit and removes any other label.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class INST007UnboundedLabelFix() : RuleFix(FindingIds.UnboundedLabel, "Bound the label, or remove it")
{
    private const int Limit = 100;

    /// <inheritdoc/>
    protected override SyntaxNode? Change(SyntaxNode root, SyntaxNode node)
    {
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute
            || attribute.FirstAncestorOrSelf<ParameterSyntax>() is not { } parameter)
        {
            return null;
        }

        var type = parameter.Type is NullableTypeSyntax nullable ? nullable.ElementType : parameter.Type;
        var isInput = !parameter.Modifiers.Any(SyntaxKind.OutKeyword);
        return isInput && type is PredefinedTypeSyntax predefined && predefined.Keyword.IsKind(SyntaxKind.StringKeyword)
            ? root.ReplaceNode(attribute, attribute.AddArgumentListArguments(Bound).NormalizeWhitespace().WithTriviaFrom(attribute))
            : AttributeEdits.Remove(root, attribute);
    }

    private static AttributeArgumentSyntax Bound => SyntaxFactory.AttributeArgument(
        SyntaxFactory.NameEquals(nameof(Limit)),
        nameColon: null,
        SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(Limit)));
}
