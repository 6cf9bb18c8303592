using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>The k of topk, bottomk and limitk.</summary>
internal static class CountParameter
{
    /// <exception cref="QueryException">It is not a number, or one too large.</exception>
    public static long Read(double value)
    {
        if (double.IsNaN(value))
        {
            throw new QueryException("Parameter value is NaN");
        }

        if (value < 1)
        {
            return 0;
        }

        return value < long.MaxValue ? (long)value : throw new QueryException($"Scalar value {Numbers.Format(value)} overflows int64");
    }
}
