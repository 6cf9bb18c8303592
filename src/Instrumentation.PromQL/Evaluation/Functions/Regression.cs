namespace Instrumentation.PromQL.Evaluation.Functions;

/// <summary>deriv() and predict_linear(): least squares (linearRegression in promql/functions.go).</summary>
internal static class Regression
{
    public static bool Deriv(in RangeCall call, out double result)
    {
        result = 0;
        if (call.Count < 2)
        {
            return false;
        }

        // Times relative to the first sample keep the squares small.
        (result, _) = Fit(call.Times, call.Values, call.Times[0]);
        return true;
    }

    public static bool PredictLinear(in RangeCall call, out double result)
    {
        result = 0;
        if (call.Count < 2)
        {
            return false;
        }

        var (slope, intercept) = Fit(call.Times, call.Values, call.Time);
        result = (slope * call.FirstParameter) + intercept;
        return true;
    }

    private static (double Slope, double Intercept) Fit(ReadOnlySpan<long> times, ReadOnlySpan<double> values, long origin)
    {
        KahanSum sumX = default, sumY = default, sumXY = default, sumXX = default;
        var constant = true;
        for (var i = 0; i < values.Length; i++)
        {
            constant &= i == 0 || values[i] == values[0];
            var x = (times[i] - origin) / 1000.0;
            sumX.Add(x);
            sumY.Add(values[i]);
            sumXY.Add(x * values[i]);
            sumXX.Add(x * x);
        }

        if (constant)
        {
            return double.IsInfinity(values[0]) ? (double.NaN, double.NaN) : (0, values[0]);
        }

        var n = (double)values.Length;
        var (x1, y1) = (sumX.Total, sumY.Total);
        var covariance = sumXY.Total - (x1 * y1 / n);
        var variance = sumXX.Total - (x1 * x1 / n);
        var slope = covariance / variance;
        return (slope, (y1 / n) - (slope * x1 / n));
    }
}
