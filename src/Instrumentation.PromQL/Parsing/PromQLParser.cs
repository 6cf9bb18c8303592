using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Parsing;

/// <summary>Reads PromQL. Static and thread-safe; whatever the text, it ends in time linear in its length.</summary>
public static class PromQLParser
{
    /// <summary>The longest query that is looked at, in characters.</summary>
    public const int LongestQuery = 100_000;

    /// <summary>How deep parentheses, calls and signs may nest.</summary>
    public const int DeepestNesting = 200;

    /// <summary>How deep a syntax tree may be, chains of operators included.</summary>
    public const int DeepestTree = 1000;

    /// <summary>Parses a query and checks its types.</summary>
    /// <param name="text">The query.</param>
    /// <param name="features">Which experimental parts of the language are accepted.</param>
    /// <returns>The tree or the mistakes; this never throws for a bad text.</returns>
    public static ParseResult Parse(string text, ParserFeatures features = ParserFeatures.All)
    {
        var errors = new List<ParseError>();
        var expression = Run(text, features, errors, static parser => parser.ParseQuery());
        if (expression is not null && errors.Count == 0)
        {
            TypeChecker.Check(expression, errors);
        }

        return new ParseResult(text, expression, errors);
    }

    /// <summary>Parses a query and checks its types.</summary>
    /// <param name="text">The query.</param>
    /// <param name="features">Which experimental parts of the language are accepted.</param>
    /// <exception cref="ParseException">The query has a mistake.</exception>
    public static Expression ParseOrThrow(string text, ParserFeatures features = ParserFeatures.All)
    {
        var result = Parse(text, features);
        return result.Success ? result.Expression! : throw new ParseException(result);
    }

    /// <summary>Parses a selector such as <c>up{job="game"}</c> without modifiers, as the HTTP API's <c>match[]</c> takes it.</summary>
    /// <param name="text">The selector.</param>
    /// <returns>A <see cref="VectorSelector"/> or the mistakes. That at least one matcher must not match the empty string is not checked.</returns>
    public static ParseResult ParseSelector(string text)
    {
        var errors = new List<ParseError>();
        var expression = Run(text, ParserFeatures.None, errors, static parser => parser.ParseLoneSelector());
        return new ParseResult(text, expression, errors);
    }

    private static Expression? Run(string text, ParserFeatures features, List<ParseError> errors, Func<ExpressionParser, Expression> parse)
    {
        if (text.Length > LongestQuery)
        {
            errors.Add(new ParseError(new SourceRange(LongestQuery, text.Length), $"the query is longer than {LongestQuery} characters"));
            return null;
        }

        try
        {
            return parse(new ExpressionParser(new ParserState(text, features, errors)));
        }
        catch (SyntaxException exception)
        {
            errors.Add(exception.Error);
            return null;
        }
    }
}
