using System.Composition;
using Instrumentation.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.CodeFixes.Fixes;

/// <summary>INST008: takes away what does not belong, and brings a limit into its range.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class INST008InvalidLabelValuesFix() : RuleFix(FindingIds.InvalidLabelValues, "Correct the bounds")
{
    /// <inheritdoc/>
    protected override SyntaxNode? Change(SyntaxNode root, SyntaxNode node)
    {
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute
            || attribute.FirstAncestorOrSelf<ParameterSyntax>() is not { } parameter)
        {
            return null;
        }

        var (values, limit) = (attribute.Find("Values"), attribute.Find("Limit"));
        var type = parameter.Type is NullableTypeSyntax nullable ? nullable.ElementType : parameter.Type;
        if (type is not PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.StringKeyword })
        {
            return (limit ?? values) is { } superfluous ? AttributeEdits.Remove(root, superfluous) : null;
        }

        if (values is null)
        {
            return limit is null ? null : root.ReplaceNode(limit.Expression, Number(IsNegativeOrZero(limit.Expression) ? 1 : LabelParser.MaxLimit));
        }

        return limit is not null ? AttributeEdits.Remove(root, limit)
            : values.Expression is CollectionExpressionSyntax collection ? Distinct(root, collection)
            : null;
    }

    private static SyntaxNode? Distinct(SyntaxNode root, CollectionExpressionSyntax collection)
    {
        var kept = new HashSet<string>(StringComparer.Ordinal);
        var repeated = collection.Elements
            .Where(element => element.ToString() == "null" || !kept.Add(element.ToString()))
            .ToList();
        return repeated.Count > 0 && kept.Count > 0 ? root.RemoveNodes(repeated, SyntaxRemoveOptions.KeepNoTrivia) : null;
    }

    private static bool IsNegativeOrZero(ExpressionSyntax limit) =>
        limit is PrefixUnaryExpressionSyntax or LiteralExpressionSyntax { Token.ValueText: "0" };

    private static LiteralExpressionSyntax Number(int value) =>
        SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(value));
}
