using System.Composition;
using System.Globalization;
using Instrumentation.Analyzers;
using Instrumentation.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.CodeFixes.Fixes;

/// <summary>INST031: writes the bounds in the metric's unit.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class INST031BucketsInWrongUnitFix() : RuleFix(DiagnosticIds.BucketsInWrongUnit, "Convert the buckets to the metric's unit")
{
    /// <inheritdoc/>
    protected override SyntaxNode? Change(SyntaxNode root, SyntaxNode node) => null;

    /// <inheritdoc/>
    protected override SyntaxNode? Change(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(INST031BucketsInWrongUnitAnalyzer.Divisor, out var text)
            || !decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var divisor))
        {
            return null;
        }

        var numbers = node.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>().Where(static literal => literal.Token.Value is int or double or long).ToList();
        return numbers.Count == 0 ? null : root.ReplaceNodes(numbers, (literal, _) => SyntaxFactory.LiteralExpression(
                SyntaxKind.NumericLiteralExpression,
                SyntaxFactory.ParseToken((Convert.ToDecimal(literal.Token.Value, CultureInfo.InvariantCulture) / divisor).ToString("0.############", CultureInfo.InvariantCulture)))
            .WithTriviaFrom(literal));
    }
}
