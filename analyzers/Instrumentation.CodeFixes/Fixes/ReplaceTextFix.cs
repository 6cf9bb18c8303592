using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.CodeFixes.Fixes;

/// <summary>A fix of one rule that puts what was probably meant, as the diagnostic says, in the place of what it stands under, inside of a string.</summary>
/// <param name="id">The rule.</param>
public abstract class ReplaceTextFix(string id) : CodeFixProvider
{
    private const string Replacement = nameof(Replacement);

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = [id];

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            // What would need an escape, in a string whose kind is not known here, nobody can mean.
            if (diagnostic.Properties.TryGetValue(Replacement, out var text) && text is not null
                && text.IndexOfAny(['"', '\\', '{', '}', '\n', '\r']) < 0
                && root is not null && IsInsideOfText(root, diagnostic.Location.SourceSpan))
            {
                context.RegisterCodeFix(
                    CodeAction.Create($"Replace by '{text}'", cancellation => Replace(context.Document, diagnostic.Location.SourceSpan, text, cancellation), equivalenceKey: id),
                    diagnostic);
            }
        }
    }

    private static async Task<Document> Replace(Document document, TextSpan span, string text, CancellationToken cancellation)
    {
        var source = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return document.WithText(source.Replace(span, text));
    }

    /// <summary>Whether the span is part of one string, or of the text between the holes of an interpolated one.</summary>
    private static bool IsInsideOfText(SyntaxNode root, TextSpan span)
    {
        var token = root.FindToken(span.Start);
        return token.Span.Contains(span)
            && (token.IsKind(SyntaxKind.InterpolatedStringTextToken)
                || (token.Parent.IsKind(SyntaxKind.StringLiteralExpression) && span.Start > token.SpanStart && span.End < token.Span.End));
    }
}
