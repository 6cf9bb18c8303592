using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Parsing.Metrics;

/// <summary>
/// Reads the summary of a doc comment from the source text. Not by the symbol: it has none in a project that writes no documentation file, and the help text of a
/// metric must not depend on that.
/// </summary>
internal static class DocComment
{
    private static readonly Regex s_summary = new("<summary>(.*?)</summary>", RegexOptions.Singleline);
    private static readonly Regex s_reference = new("<(?:see|paramref|typeparamref)\\s+(?:cref|name|langword|href)=\"(?:[^\"]*[.:])?([^\".:]*)\"\\s*/>");
    private static readonly Regex s_tag = new("<[^>]*>");
    private static readonly Regex s_space = new("\\s+");
    private static readonly Regex s_sentence = new("^.*?[.!?](?=\\s|$)");

    /// <summary>The first sentence of the summary as plain text; null when there is none.</summary>
    public static string? FirstSentence(ISymbol symbol, CancellationToken cancellation) => symbol.DeclaringSyntaxReferences
        .Select(reference => Declaration(reference.GetSyntax(cancellation)))
        .Select(declaration => FirstSentence(Lines(declaration.GetLeadingTrivia().ToFullString())))
        .FirstOrDefault(sentence => sentence is not null);

    private static string? FirstSentence(string comment)
    {
        if (s_summary.Match(comment) is not { Success: true } summary)
        {
            return null;
        }

        var text = s_tag.Replace(s_reference.Replace(summary.Groups[1].Value, "$1"), "");
        text = s_space.Replace(text, " ").Trim()
            .Replace("&lt;", "<").Replace("&gt;", ">").Replace("&quot;", "\"").Replace("&apos;", "'").Replace("&amp;", "&");
        return text.Length == 0 ? null : s_sentence.Match(text) is { Success: true } sentence ? sentence.Value : text;
    }

    private static string Lines(string trivia) => string.Join("\n", trivia.Split('\n')
        .Select(line => line.Trim())
        .Where(line => line.StartsWith("///", StringComparison.Ordinal))
        .Select(line => line.Substring(3)));

    /// <summary>The comment of a field stands before the whole declaration.</summary>
    private static SyntaxNode Declaration(SyntaxNode node) =>
        node is VariableDeclaratorSyntax { Parent.Parent: MemberDeclarationSyntax field } ? field : node;
}
