namespace Instrumentation.Alerting.Rules.Sources;

/// <summary>The units that a variable's name may end in, and what one of them is in the unit that metrics have.</summary>
internal static class ThresholdUnits
{
    private static readonly (string Suffix, double Factor, bool IsTime)[] s_units =
    [
        ("_NS", 1e-9, true), ("_US", 1e-6, true), ("_MS", 1e-3, true), ("_S", 1, true), ("_SECONDS", 1, true), ("_MIN", 60, true), ("_MINUTES", 60, true), ("_H", 3600, true),
        ("_PERCENT", 0.01, false), ("_PCT", 0.01, false), ("_RATIO", 1, false), ("_BYTES", 1, false), ("_KB", 1 << 10, false), ("_MB", 1 << 20, false), ("_GB", 1 << 30, false),
    ];

    /// <summary>All endings, none among them.</summary>
    internal static IEnumerable<string> Suffixes => s_units.Select(static unit => unit.Suffix).Prepend("");

    /// <summary>The number that a value of a variable is to be multiplied with; null if the name does not end in a unit.</summary>
    /// <param name="suffix">What the variable's name has after the rule's; empty for none.</param>
    /// <param name="expression">The rule's expression, whose metrics say what their unit is.</param>
    internal static double? Factor(string suffix, string expression)
    {
        if (suffix.Length == 0)
        {
            return 1;
        }

        foreach (var (name, factor, isTime) in s_units)
        {
            if (suffix == name)
            {
                var isMilliseconds = isTime && (expression.Contains("_milliseconds", StringComparison.Ordinal) || expression.Contains("_ms_", StringComparison.Ordinal));
                var isPercent = factor == 0.01 && expression.Contains("_percent", StringComparison.Ordinal);
                return isMilliseconds ? factor * 1000 : isPercent ? 1 : factor;
            }
        }

        return null;
    }
}
