using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.CodeFixes.Fixes;

/// <summary>A fix that leaves a label out of its metric, and what it was read from where it is, unless that is a parameter of a metric and nothing else.</summary>
/// <param name="id">The rule.</param>
public abstract class NoLabelFix(string id) : RuleFix(id, "Let it be no label")
{
    /// <inheritdoc/>
    protected override SyntaxNode? Change(SyntaxNode root, SyntaxNode node)
    {
        var attribute = node.FirstAncestorOrSelf<AttributeSyntax>();
        return (attribute?.Parent?.Parent ?? node) is ParameterSyntax parameter && LabelEdits.IsOfMetric(parameter) ? LabelEdits.Remove(root, parameter)
            : attribute is null ? null
            : AttributeEdits.Remove(root, attribute);
    }
}
