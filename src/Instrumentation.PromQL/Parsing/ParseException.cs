namespace Instrumentation.PromQL.Parsing;

/// <summary>A query that cannot be parsed; the message names the first mistake and its place.</summary>
public sealed class ParseException : Exception
{
    /// <summary>Creates the exception for a failed result.</summary>
    /// <param name="result">A result with at least one error.</param>
    public ParseException(ParseResult result)
        : base(result.Errors[0].Describe(result.Text)) => Errors = result.Errors;

    /// <summary>All mistakes found.</summary>
    public IReadOnlyList<ParseError> Errors { get; }
}
