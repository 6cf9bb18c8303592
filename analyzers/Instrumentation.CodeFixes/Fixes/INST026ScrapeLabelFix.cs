using System.Composition;
using Instrumentation.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.CodeFixes.Fixes;

/// <summary>INST026: says in the label's name whose job or instance is meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class INST026ScrapeLabelFix() : RuleFix(DiagnosticIds.ReservedName, "Give the label a name of its own")
{
    /// <inheritdoc/>
    protected override SyntaxNode? Change(SyntaxNode root, SyntaxNode node)
    {
        if (node is ParameterSyntax parameter)
        {
            var name = Rename(parameter.Identifier.ValueText);
            return name is null ? null : LabelEdits.AddAttribute(root, parameter, $"MetricLabel(\"{name}\")");
        }

        var attribute = node as AttributeSyntax;
        var written = attribute?.ArgumentList?.Arguments.FirstOrDefault(static argument => argument.NameEquals is null)?.Expression ?? (attribute is null ? node as ExpressionSyntax : null);
        if (written is not null || attribute is null)
        {
            return AttributeEdits.ReplaceText(root, written, Rename);
        }

        return LabelEdits.NameOf(attribute) is { } member && Rename(member) is { } renamed
            ? root.ReplaceNode(attribute, LabelEdits.WithFirstArgument(attribute, renamed))
            : null;
    }

    private static string? Rename(string label) => label.ToLowerInvariant() switch
    {
        "job" => "job_name",
        "instance" => "instance_name",
        _ => null,
    };
}
