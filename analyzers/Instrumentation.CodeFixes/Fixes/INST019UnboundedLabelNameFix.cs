using System.Composition;
using Instrumentation.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.CodeFixes.Fixes;

/// <summary>INST019: makes the identifier of an event one, and takes any other label away.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class INST019UnboundedLabelNameFix() : RuleFix(DiagnosticIds.UnboundedLabelName, "Let it be no label")
{
    /// <inheritdoc/>
    protected override SyntaxNode? Change(SyntaxNode root, SyntaxNode node) => node switch
    {
        AttributeSyntax attribute when LabelEdits.IsOfEvent(attribute) => LabelEdits.ToEventId(root, attribute),
        AttributeSyntax { Parent.Parent: ParameterSyntax parameter } when LabelEdits.IsOfMetric(parameter) => LabelEdits.Remove(root, parameter),
        AttributeSyntax attribute => AttributeEdits.Remove(root, attribute),
        ParameterSyntax parameter when LabelEdits.IsOfMetric(parameter) => LabelEdits.Remove(root, parameter),
        _ => null,
    };
}
