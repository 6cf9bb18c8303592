namespace Instrumentation.PromQL.Evaluation.Functions;

/// <summary>All functions over a range by name.</summary>
internal static class RangeFunctions
{
    private static readonly Dictionary<string, RangeFunction> s_functions = new(StringComparer.Ordinal)
    {
        ["rate"] = static (in call, out result) => Rates.Extrapolated(call, isCounter: true, isRate: true, out result),
        ["increase"] = static (in call, out result) => Rates.Extrapolated(call, isCounter: true, isRate: false, out result),
        ["delta"] = static (in call, out result) => Rates.Extrapolated(call, isCounter: false, isRate: false, out result),
        ["irate"] = static (in call, out result) => InstantRates.Difference(call, isRate: true, out result),
        ["idelta"] = static (in call, out result) => InstantRates.Difference(call, isRate: false, out result),
        ["resets"] = Transitions.Resets,
        ["changes"] = Transitions.Changes,
        ["deriv"] = Regression.Deriv,
        ["predict_linear"] = Regression.PredictLinear,
        ["double_exponential_smoothing"] = Smoothing.DoubleExponential,
        ["avg_over_time"] = OverTime.Avg,
        ["sum_over_time"] = OverTime.Sum,
        ["count_over_time"] = OverTime.Count,
        ["min_over_time"] = OverTime.Min,
        ["max_over_time"] = OverTime.Max,
        ["first_over_time"] = OverTime.First,
        ["last_over_time"] = OverTime.Last,
        ["present_over_time"] = OverTime.Present,
        ["absent_over_time"] = OverTime.Present,
        ["ts_of_first_over_time"] = OverTime.TimeOfFirst,
        ["ts_of_last_over_time"] = OverTime.TimeOfLast,
        ["ts_of_min_over_time"] = OverTime.TimeOfMin,
        ["ts_of_max_over_time"] = OverTime.TimeOfMax,
        ["stddev_over_time"] = Dispersion.Stddev,
        ["stdvar_over_time"] = Dispersion.Stdvar,
        ["mad_over_time"] = Dispersion.Mad,
        ["quantile_over_time"] = Dispersion.Quantile,
    };

    public static RangeFunction Find(string name) => s_functions[name];

    /// <summary>Whether the value is still one of the metric itself, so that its name stays.</summary>
    public static bool KeepsName(string name) => name is "first_over_time" or "last_over_time";
}
