using System.Composition;
using Instrumentation.Analyzers.Naming;
using Instrumentation.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.CodeFixes.Fixes;

/// <summary>INST016: adds the unit to the name, in place of one that is no base unit.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class INST016MetricUnitMissingFix() : RuleFix(FindingIds.MetricUnitMissing, "Add the unit to the name")
{
    /// <inheritdoc/>
    protected override SyntaxNode? Change(SyntaxNode root, SyntaxNode node) => AttributeEdits.ReplaceText(
        root, node.FirstAncestorOrSelf<AttributeArgumentSyntax>()?.Expression, static name => Units.FindNotBase(name) is var (unit, baseUnit) ? Units.Rename(name, unit, baseUnit) : name + "_seconds");
}
