using System.Composition;
using System.Globalization;
using Instrumentation.Analyzers;
using Instrumentation.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.CodeFixes.Fixes;

/// <summary>INST032: keeps every second bound, or third, until there are few enough; the first and the last one stay, so that the range does.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class INST032TooManyBucketsFix() : RuleFix(DiagnosticIds.TooManyBuckets, "Thin out the buckets")
{
    /// <inheritdoc/>
    protected override SyntaxNode? Change(SyntaxNode root, SyntaxNode node) => null;

    /// <inheritdoc/>
    protected override SyntaxNode? Change(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(INST032TooManyBucketsAnalyzer.Most, out var text)
            || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var most) || most < 2)
        {
            return null;
        }

        return node switch
        {
            CollectionExpressionSyntax collection when collection.Elements.All(static element => element is ExpressionElementSyntax) =>
                root.ReplaceNode(collection, collection.WithElements(Thin(collection.Elements, most))),
            ArrayCreationExpressionSyntax { Initializer: { } items } => root.ReplaceNode(items, items.WithExpressions(Thin(items.Expressions, most))),
            ImplicitArrayCreationExpressionSyntax { Initializer: { } items } => root.ReplaceNode(items, items.WithExpressions(Thin(items.Expressions, most))),
            _ => null,
        };
    }

    private static SeparatedSyntaxList<T> Thin<T>(SeparatedSyntaxList<T> bounds, int most)
        where T : SyntaxNode
    {
        var last = bounds.Count - 1;
        var step = (last + most - 2) / (most - 1);
        var kept = new List<SyntaxNodeOrToken>();
        var before = SyntaxTriviaList.Empty;
        for (var i = 0; i <= last; i++)
        {
            var comma = i < bounds.SeparatorCount ? bounds.GetSeparator(i) : default;
            before = bounds[i].GetLeadingTrivia() is { Count: > 0 } own && before.All(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)) ? own : before.AddRange(bounds[i].GetLeadingTrivia());
            if (i % step == 0 || i == last)
            {
                kept.Add(bounds[i].WithLeadingTrivia(before));
                before = SyntaxTriviaList.Empty;
                if (!comma.IsKind(SyntaxKind.None))
                {
                    kept.Add(comma);
                }
            }
            else if (EndsLine(comma) && kept[kept.Count - 1].AsToken() is var previous && !EndsLine(previous))
            {
                // The line goes on to end where it did.
                kept[kept.Count - 1] = previous.WithTrailingTrivia(comma.TrailingTrivia);
            }
        }

        return SyntaxFactory.SeparatedList<T>(kept);
    }

    private static bool EndsLine(SyntaxToken comma) => comma.TrailingTrivia.Any(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
}
