using System.Composition;
using Instrumentation.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.CodeFixes.Fixes;

/// <summary>INST019: makes the identifier of an event one, and takes any other label away.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class INST019UnboundedLabelNameFix() : NoLabelFix(DiagnosticIds.UnboundedLabelName)
{
    /// <inheritdoc/>
    protected override SyntaxNode? Change(SyntaxNode root, SyntaxNode node) =>
        node.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute && LabelEdits.IsOfEvent(attribute) ? LabelEdits.ToEventId(root, attribute) : base.Change(root, node);
}
