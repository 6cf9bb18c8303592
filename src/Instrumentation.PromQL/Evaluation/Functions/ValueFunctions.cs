namespace Instrumentation.PromQL.Evaluation.Functions;

/// <summary>Functions of one value and up to two numbers (simpleFloatFunc and clamp in promql/functions.go).</summary>
internal static class ValueFunctions
{
    private static readonly Dictionary<string, Func<double, double, double, double>> s_functions = new(StringComparer.Ordinal)
    {
        ["abs"] = static (v, _, _) => Math.Abs(v),
        ["ceil"] = static (v, _, _) => Math.Ceiling(v),
        ["floor"] = static (v, _, _) => Math.Floor(v),
        ["exp"] = static (v, _, _) => Math.Exp(v),
        ["sqrt"] = static (v, _, _) => Math.Sqrt(v),
        ["ln"] = static (v, _, _) => Math.Log(v),
        ["log2"] = static (v, _, _) => Math.Log2(v),
        ["log10"] = static (v, _, _) => Math.Log10(v),
        ["sin"] = static (v, _, _) => Math.Sin(v),
        ["cos"] = static (v, _, _) => Math.Cos(v),
        ["tan"] = static (v, _, _) => Math.Tan(v),
        ["asin"] = static (v, _, _) => Math.Asin(v),
        ["acos"] = static (v, _, _) => Math.Acos(v),
        ["atan"] = static (v, _, _) => Math.Atan(v),
        ["sinh"] = static (v, _, _) => Math.Sinh(v),
        ["cosh"] = static (v, _, _) => Math.Cosh(v),
        ["tanh"] = static (v, _, _) => Math.Tanh(v),
        ["asinh"] = static (v, _, _) => Math.Asinh(v),
        ["acosh"] = static (v, _, _) => Math.Acosh(v),
        ["atanh"] = static (v, _, _) => Math.Atanh(v),
        ["rad"] = static (v, _, _) => v * Math.PI / 180,
        ["deg"] = static (v, _, _) => v * 180 / Math.PI,
        ["sgn"] = static (v, _, _) => v < 0 ? -1 : v > 0 ? 1 : v,
        ["clamp"] = static (v, min, max) => GoMath.Max(min, GoMath.Min(max, v)),
        ["clamp_max"] = static (v, max, _) => GoMath.Min(max, v),
        ["clamp_min"] = static (v, min, _) => GoMath.Max(min, GoMath.Min(double.PositiveInfinity, v)),
        ["round"] = static (v, nearest, _) =>
        {
            // Ties go up, and the inverse keeps 5.3 from becoming 5.300000000000001.
            var inverse = 1 / nearest;
            return Math.Floor((v * inverse) + 0.5) / inverse;
        },
    };

    public static Func<double, double, double, double>? Find(string name) => s_functions.GetValueOrDefault(name);
}
