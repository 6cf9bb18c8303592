using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Parsing;

/// <summary>What became of a text: an expression, or the reasons why it is none.</summary>
/// <param name="Text">The query.</param>
/// <param name="Expression">The tree; null when the text has a syntax error. With type errors the tree is there, and must not be evaluated.</param>
/// <param name="Errors">All mistakes found, in order of discovery; empty when the query is good.</param>
public sealed record ParseResult(string Text, Expression? Expression, IReadOnlyList<ParseError> Errors)
{
    /// <summary>Whether the query may be evaluated.</summary>
    public bool Success => Errors.Count == 0 && Expression is not null;
}
