using System.Composition;
using Instrumentation.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.CodeFixes.Fixes;

/// <summary>INST009: sorts the bounds and leaves out what is repeated or not positive.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class INST009InvalidBucketsFix() : RuleFix(FindingIds.InvalidBuckets, "Sort the buckets")
{
    /// <inheritdoc/>
    protected override SyntaxNode? Change(SyntaxNode root, SyntaxNode node)
    {
        // Only literals can be put in order without knowing more than the syntax.
        if (node.FirstAncestorOrSelf<AttributeArgumentSyntax>()?.Expression is not CollectionExpressionSyntax collection
            || !collection.Elements.All(static element => element is ExpressionElementSyntax { Expression: LiteralExpressionSyntax or PrefixUnaryExpressionSyntax }))
        {
            return null;
        }

        var sorted = collection.Elements
            .OfType<ExpressionElementSyntax>()
            .Where(static element => element.Expression is LiteralExpressionSyntax)
            .Select(static element => (Element: element.WithoutTrivia(), Value: Value((LiteralExpressionSyntax)element.Expression)))
            .Where(static bound => bound.Value > 0)
            .GroupBy(static bound => bound.Value)
            .OrderBy(static group => group.Key)
            .Select(static group => (CollectionElementSyntax)group.First().Element)
            .ToList();
        return sorted.Count == 0 ? null : root.ReplaceNode(collection, collection.WithElements(SyntaxFactory.SeparatedList(
            sorted,
            Enumerable.Repeat(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), sorted.Count - 1))));
    }

    private static double Value(LiteralExpressionSyntax literal) =>
        literal.Token.Value is IConvertible number ? number.ToDouble(System.Globalization.CultureInfo.InvariantCulture) : 0;
}
