using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Instrumentation.CodeFixes.Fixes;

/// <summary>A fix of one rule that rewrites the file the diagnostic stands in. It is offered only where it changes something.</summary>
/// <param name="id">The rule.</param>
/// <param name="title">What the fix does, as the light bulb shows it.</param>
public abstract class RuleFix(string id, string title) : CodeFixProvider
{
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
            if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not { } node)
            {
                continue;
            }

            Offer(diagnostic, title, id, Change(root, node, diagnostic));
            foreach (var (other, changed) in Alternatives(root, node))
            {
                Offer(diagnostic, other, $"{id}: {other}", changed);
            }

            void Offer(Diagnostic diagnostic, string title, string key, SyntaxNode? changed)
            {
                if (changed is not null && changed != root)
                {
                    context.RegisterCodeFix(
                        CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)), equivalenceKey: key),
                        diagnostic);
                }
            }
        }
    }

    /// <summary>What else could be done, each with its title; null where it is not safe.</summary>
    /// <param name="root">The file.</param>
    /// <param name="node">The innermost node at the diagnostic.</param>
    protected virtual IEnumerable<(string Title, SyntaxNode? Root)> Alternatives(SyntaxNode root, SyntaxNode node) => [];

    /// <summary>As <see cref="Change(SyntaxNode, SyntaxNode)"/>, for a fix that the rule has prepared in the diagnostic's properties.</summary>
    /// <param name="root">The file.</param>
    /// <param name="node">The innermost node at the diagnostic.</param>
    /// <param name="diagnostic">The diagnostic.</param>
    protected virtual SyntaxNode? Change(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic) => Change(root, node);

    /// <summary>The root with the fix in it, or null when there is nothing safe to do.</summary>
    /// <param name="root">The file.</param>
    /// <param name="node">The innermost node at the diagnostic.</param>
    protected abstract SyntaxNode? Change(SyntaxNode root, SyntaxNode node);
}
