namespace Instrumentation.PromQL.Evaluation;

/// <summary>A query that cannot be answered: the samples do not fit what it asks, or a limit was reached.</summary>
public class QueryException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">Why it cannot be answered.</param>
    public QueryException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">Why it cannot be answered.</param>
    /// <param name="inner">What was thrown first.</param>
    public QueryException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
