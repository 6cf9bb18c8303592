using Instrumentation.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.CodeFixes.Fixes;

/// <summary>A fix that puts the name which the rule proposes in the place of the one that stands there.</summary>
/// <param name="id">The rule.</param>
/// <param name="title">What the fix does, as the light bulb shows it.</param>
public abstract class RenameFix(string id, string title) : RuleFix(id, title)
{
    private const string Total = "_total";

    /// <inheritdoc/>
    protected sealed override SyntaxNode? Change(SyntaxNode root, SyntaxNode node) => null;

    /// <inheritdoc/>
    protected sealed override SyntaxNode? Change(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(MetricNameAnalyzer.Better, out var better) || better is null
            || !diagnostic.Properties.TryGetValue(MetricNameAnalyzer.Found, out var found))
        {
            return null;
        }

        var literal = node.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute && node is not LiteralExpressionSyntax
            ? attribute.ArgumentList?.Arguments.Select(static argument => argument.Expression).FirstOrDefault(IsName)
            : node.DescendantNodesAndSelf().OfType<ExpressionSyntax>().FirstOrDefault(IsName);
        return AttributeEdits.ReplaceText(root, literal, text =>
            text == found ? better

            // The name of an event stands without the suffix that its counter gets.
            : text + Total == found && better.EndsWith(Total, StringComparison.Ordinal) ? better.Substring(0, better.Length - Total.Length)
            : null);

        bool IsName(ExpressionSyntax expression) =>
            expression is LiteralExpressionSyntax { Token.Value: string text } && (text == found || text + Total == found);
    }
}
