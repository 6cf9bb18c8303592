namespace Instrumentation.PromQL.Parsing;

/// <summary>Leaves the parser at the first syntax error: what follows one is rarely worth reporting.</summary>
internal sealed class SyntaxException(ParseError error) : Exception(error.Message)
{
    public SyntaxException(SourceRange range, string message)
        : this(new ParseError(range, message))
    {
    }

    public ParseError Error { get; } = error;
}
