namespace Instrumentation.PromQL.Evaluation;

/// <summary>A query that came upon a native histogram, which this engine does not evaluate.</summary>
public sealed class NativeHistogramException : QueryException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="series">The series that holds it.</param>
    public NativeHistogramException(string series)
        : base($"native histogram samples are not supported: {series}")
    {
    }
}
