using static Instrumentation.PromQL.Parsing.ValueKind;

namespace Instrumentation.PromQL.Parsing;

/// <summary>All functions of Prometheus 3.x (promql/parser/functions.go).</summary>
public static class FunctionTable
{
    private static readonly Dictionary<string, FunctionSignature> s_functions = Build();

    // What people still type, and what it is called now.
    private static readonly Dictionary<string, string> s_renamed = new(StringComparer.Ordinal)
    {
        ["holt_winters"] = "double_exponential_smoothing",
        ["average"] = "avg",
        ["mean"] = "avg",
        ["percentile"] = "quantile",
        ["histogram_percentile"] = "histogram_quantile",
        ["log"] = "ln",
        ["day"] = "day_of_month",
        ["weekday"] = "day_of_week",
        ["now"] = "time",
        ["avg_by"] = "avg",
        ["sum_by"] = "sum",
    };

    /// <summary>All functions by name.</summary>
    public static IReadOnlyDictionary<string, FunctionSignature> All => s_functions;

    internal static bool TryFind(string name, out FunctionSignature? signature) => s_functions.TryGetValue(name, out signature);

    /// <summary>The function or aggregation that was probably meant by a name there is none of.</summary>
    internal static string? Suggest(string name) =>
        s_renamed.TryGetValue(Keywords.Lower(name), out var known)
            ? known
            : Suggestions.Nearest(name, s_functions.Keys.Concat(Keywords.Aggregations));

    private static Dictionary<string, FunctionSignature> Build()
    {
        var table = new Dictionary<string, FunctionSignature>(StringComparer.Ordinal);

        void Add(string name, ValueKind[] arguments, int variadic = 0, ValueKind result = InstantVector, bool experimental = false) =>
            table.Add(name, new FunctionSignature(name, arguments, variadic, result, experimental));

        foreach (var name in new[]
        {
            "abs", "absent", "acos", "acosh", "asin", "asinh", "atan", "atanh", "ceil", "cos", "cosh", "deg", "exp", "floor", "histogram_avg",
            "histogram_count", "histogram_sum", "histogram_stddev", "histogram_stdvar", "ln", "log10", "log2", "rad", "sgn", "sin", "sinh",
            "sort", "sort_desc", "sqrt", "tan", "tanh", "timestamp",
        })
        {
            Add(name, [InstantVector]);
        }

        foreach (var name in new[]
        {
            "absent_over_time", "avg_over_time", "changes", "count_over_time", "delta", "deriv", "first_over_time", "idelta", "increase",
            "irate", "last_over_time", "max_over_time", "min_over_time", "present_over_time", "rate", "resets", "stddev_over_time",
            "stdvar_over_time", "sum_over_time",
        })
        {
            Add(name, [RangeVector]);
        }

        foreach (var name in new[] { "mad_over_time", "ts_of_first_over_time", "ts_of_last_over_time", "ts_of_max_over_time", "ts_of_min_over_time" })
        {
            Add(name, [RangeVector], experimental: true);
        }

        foreach (var name in new[] { "days_in_month", "day_of_month", "day_of_week", "day_of_year", "hour", "minute", "month", "year" })
        {
            Add(name, [InstantVector], variadic: 1);
        }

        foreach (var name in new[] { "start", "end", "step", "range" })
        {
            Add(name, [], result: Scalar, experimental: true);
        }

        Add("pi", [], result: Scalar);
        Add("time", [], result: Scalar);
        Add("scalar", [InstantVector], result: Scalar);
        Add("vector", [Scalar]);
        Add("max_of", [Scalar, Scalar], result: Scalar, experimental: true);
        Add("min_of", [Scalar, Scalar], result: Scalar, experimental: true);
        Add("clamp", [InstantVector, Scalar, Scalar]);
        Add("clamp_max", [InstantVector, Scalar]);
        Add("clamp_min", [InstantVector, Scalar]);
        Add("round", [InstantVector, Scalar], variadic: 1);
        Add("histogram_fraction", [Scalar, Scalar, InstantVector]);
        Add("histogram_quantile", [Scalar, InstantVector]);
        Add("histogram_quantiles", [InstantVector, ValueKind.String, Scalar, Scalar], variadic: 9, experimental: true);
        Add("double_exponential_smoothing", [RangeVector, Scalar, Scalar], experimental: true);
        Add("predict_linear", [RangeVector, Scalar]);
        Add("quantile_over_time", [Scalar, RangeVector]);
        Add("info", [InstantVector, InstantVector], variadic: 1, experimental: true);
        Add("label_replace", [InstantVector, ValueKind.String, ValueKind.String, ValueKind.String, ValueKind.String]);
        Add("label_join", [InstantVector, ValueKind.String, ValueKind.String, ValueKind.String], variadic: -1);
        Add("sort_by_label", [InstantVector, ValueKind.String], variadic: -1, experimental: true);
        Add("sort_by_label_desc", [InstantVector, ValueKind.String], variadic: -1, experimental: true);
        Add("start_timestamp", [InstantVector], experimental: true);
        return table;
    }
}
