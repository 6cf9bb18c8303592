using System.Composition;
using Instrumentation.Analyzers;
using Instrumentation.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.CodeFixes.Fixes;

/// <summary>INST022: lowers the limit of the one label that has one, so that the product fits.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class INST022SeriesBudgetFix() : RuleFix(DiagnosticIds.SeriesBudget, "Lower the limit to fit the budget")
{
    /// <inheritdoc/>
    protected override SyntaxNode? Change(SyntaxNode root, SyntaxNode node) => null;

    /// <inheritdoc/>
    protected override SyntaxNode? Change(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(INST022SeriesBudgetAnalyzer.Limit, out var text) || text is null
            || node.FirstAncestorOrSelf<AttributeSyntax>()?.Ancestors().FirstOrDefault(static ancestor => ancestor is MethodDeclarationSyntax or TypeDeclarationSyntax) is not { } declaration)
        {
            return null;
        }

        // Beside the limit of another metric in the type, which one is meant is not plain.
        var limits = declaration.DescendantNodes().OfType<AttributeArgumentSyntax>().Where(static argument => argument.NameEquals?.Name.Identifier.ValueText == "Limit").ToList();
        return limits.Count == 1
            ? root.ReplaceNode(
                limits[0].Expression,
                SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.ParseToken(text)).WithTriviaFrom(limits[0].Expression))
            : null;
    }
}
