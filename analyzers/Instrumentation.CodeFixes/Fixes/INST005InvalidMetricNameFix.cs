using System.Composition;
using Instrumentation.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.CodeFixes.Fixes;

/// <summary>INST005: replaces what a metric name cannot hold by underscores, gives a counter its suffix, and takes those of other kinds away.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class INST005InvalidMetricNameFix() : RuleFix(FindingIds.InvalidMetricName, "Make the name valid")
{
    private const string Total = "_total";

    private static readonly string[] s_reserved = [Total, "_bucket", "_count", "_sum", "_created", "_info"];

    /// <inheritdoc/>
    protected override SyntaxNode? Change(SyntaxNode root, SyntaxNode node)
    {
        if (node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { } argument)
        {
            return AttributeEdits.ReplaceText(root, argument.Expression, text => Changed(text, WithoutReserved(text)));
        }

        var attribute = node.FirstAncestorOrSelf<AttributeSyntax>();
        var positional = attribute?.ArgumentList?.Arguments.Where(static given => given.NameEquals is null).Select(static given => given.Expression).ToList() ?? [];
        return positional.Count is not (1 or 2) ? null
            : positional.Count == 2 && IsCounter(positional[0])
                ? AttributeEdits.ReplaceText(root, positional[1], static text => Changed(text, WithTotal(text)))
                : AttributeEdits.ReplaceText(root, positional[positional.Count - 1], static text => Changed(text, WithoutReserved(text)));
    }

    private static bool IsCounter(ExpressionSyntax kind) => kind.ToString() is var text && (text == "Counter" || text.EndsWith(".Counter", StringComparison.Ordinal));

    private static string? WithTotal(string text) =>
        ValidNames.ForMetric(text) is { } name ? name.EndsWith(Total, StringComparison.Ordinal) ? name : name.TrimEnd('_') + Total : null;

    private static string? WithoutReserved(string text) =>
        ValidNames.ForMetric(text) is { } name
            ? s_reserved.FirstOrDefault(suffix => name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.Ordinal)) is { } suffix ? name.Substring(0, name.Length - suffix.Length) : name
            : null;

    private static string? Changed(string text, string? name) => name == text ? null : name;
}
