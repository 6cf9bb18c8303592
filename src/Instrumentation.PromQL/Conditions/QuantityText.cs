using System.Globalization;
using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Conditions;

/// <summary>Writes numbers as people write them in conditions: <c>250ms</c> rather than <c>0.25</c>.</summary>
public static class QuantityText
{
    private static readonly (string Unit, decimal Factor)[] s_times =
        [("d", 86400), ("h", 3600), ("m", 60), ("s", 1), ("ms", 0.001m), ("us", 0.000001m), ("ns", 0.000000001m)];

    /// <summary>The number with a unit in which it is short.</summary>
    /// <param name="value">The number.</param>
    /// <param name="unit">What it counts: <c>seconds</c> and the like get a unit, everything else is written plainly.</param>
    public static string Of(double value, string? unit)
    {
        if (unit != "seconds" || double.IsNaN(value) || value is 0 or > 1e9 or < -1e9)
        {
            return Numbers.Format(value);
        }

        var seconds = (decimal)value;
        foreach (var (name, factor) in s_times)
        {
            var amount = seconds / factor;
            if (Math.Abs(amount) >= 1 && amount == decimal.Round(amount, 3))
            {
                return amount.ToString("0.###", CultureInfo.InvariantCulture) + name;
            }
        }

        return Numbers.Format(value) + "s";
    }
}
