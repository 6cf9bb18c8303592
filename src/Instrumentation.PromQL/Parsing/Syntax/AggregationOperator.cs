namespace Instrumentation.PromQL.Parsing.Syntax;

/// <summary>Ways to make one series, or few, of many.</summary>
public enum AggregationOperator
{
    /// <summary>Total.</summary>
    Sum,

    /// <summary>Arithmetic mean.</summary>
    Avg,

    /// <summary>Number of series.</summary>
    Count,

    /// <summary>Smallest value.</summary>
    Min,

    /// <summary>Largest value.</summary>
    Max,

    /// <summary>1 for each group.</summary>
    Group,

    /// <summary>Population standard deviation.</summary>
    Stddev,

    /// <summary>Population variance.</summary>
    Stdvar,

    /// <summary>The series with the largest values.</summary>
    TopK,

    /// <summary>The series with the smallest values.</summary>
    BottomK,

    /// <summary>Number of series for each value.</summary>
    CountValues,

    /// <summary>The φ-quantile over the series.</summary>
    Quantile,

    /// <summary>Any k series (experimental).</summary>
    LimitK,

    /// <summary>A share of the series, always the same ones (experimental).</summary>
    LimitRatio,
}

/// <summary>What the grammar says about aggregations.</summary>
public static class AggregationOperators
{
    /// <summary>The name as it is written.</summary>
    /// <param name="op">The operator.</param>
    public static string Name(this AggregationOperator op) => Keywords.Aggregations[(int)op];

    /// <summary>Whether it takes a parameter before the vector.</summary>
    /// <param name="op">The operator.</param>
    public static bool TakesParameter(this AggregationOperator op) => op >= AggregationOperator.TopK;

    /// <summary>Whether Prometheus has it behind a feature flag.</summary>
    /// <param name="op">The operator.</param>
    public static bool IsExperimental(this AggregationOperator op) => op is AggregationOperator.LimitK or AggregationOperator.LimitRatio;

    internal static AggregationOperator Read(string name) => (AggregationOperator)Array.IndexOf(Keywords.Aggregations, Keywords.Lower(name));
}
