namespace Instrumentation.PromQL.Evaluation;

/// <summary>A query that would need more than it may have; the message names the limit and the option that sets it.</summary>
public sealed class QueryLimitException : QueryException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">Which limit it was.</param>
    public QueryLimitException(string message)
        : base(message)
    {
    }
}
