using System.Composition;
using Instrumentation.Analyzers.Cardinality;
using Instrumentation.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.CodeFixes.Fixes;

/// <summary>INST007: bounds a string by a limit; of anything else, and of what its name says is unbounded, it makes an identifier of the event or no label at all.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class INST007UnboundedLabelFix() : RuleFix(FindingIds.UnboundedLabel, "Bound the label, or remove it")
{
    private const int Limit = 100;

    /// <inheritdoc/>
    protected override SyntaxNode? Change(SyntaxNode root, SyntaxNode node)
    {
        // The parameters of a metric are labels without an attribute.
        if (node is ParameterSyntax bare)
        {
            return !LabelEdits.IsOfMetric(bare) ? null
                : CanBeBound(bare, bare.Type, bare.Identifier.ValueText) ? LabelEdits.AddAttribute(root, bare, $"MetricLabel(Limit = {Limit})")
                : LabelEdits.Remove(root, bare);
        }

        if (node.FirstAncestorOrSelf<AttributeSyntax>() is not { Parent.Parent: { } owner } attribute)
        {
            return null;
        }

        var type = (owner as ParameterSyntax)?.Type ?? (owner as PropertyDeclarationSyntax)?.Type ?? (owner as FieldDeclarationSyntax)?.Declaration.Type;
        var name = attribute.ArgumentList?.Arguments.FirstOrDefault(static argument => argument.NameEquals is null)?.Expression is LiteralExpressionSyntax { Token.Value: string given }
            ? given
            : LabelEdits.NameOf(attribute);
        return type is null ? null
            : CanBeBound(owner, type, name ?? "") ? root.ReplaceNode(attribute, AttributeEdits.Add(attribute, nameof(Limit), Bound))
            : LabelEdits.IsOfEvent(attribute) ? LabelEdits.ToEventId(root, attribute)
            : owner is ParameterSyntax parameter && LabelEdits.IsOfMetric(parameter) ? LabelEdits.Remove(root, parameter)
            : AttributeEdits.Remove(root, attribute);
    }

    /// <summary>Whether a limit would help: of a string whose name does not say that it would only be used up.</summary>
    private static bool CanBeBound(SyntaxNode owner, TypeSyntax? type, string name) =>
        (type is NullableTypeSyntax nullable ? nullable.ElementType : type) is PredefinedTypeSyntax predefined
        && predefined.Keyword.IsKind(SyntaxKind.StringKeyword)
        && (owner as ParameterSyntax)?.Modifiers.Any(SyntaxKind.OutKeyword) != true
        && UnboundedNames.Judge(name).Certainty != Certainty.Certain;

    private static LiteralExpressionSyntax Bound => SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(Limit));
}
