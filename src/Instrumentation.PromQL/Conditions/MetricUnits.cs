namespace Instrumentation.PromQL.Conditions;

/// <summary>The units in which metric names end.</summary>
internal static class MetricUnits
{
    /// <summary>What a name in <c>rate</c> is: a hit rate is a share, a tick rate so much per time. Which of them, the threshold's unit says.</summary>
    public const string Rate = "rate";

    private static readonly Dictionary<string, Measure> s_units = new(StringComparer.Ordinal)
    {
        ["seconds"] = new(UnitBase.Time, 1),
        ["milliseconds"] = new(UnitBase.Time, 0.001m),
        ["microseconds"] = new(UnitBase.Time, 0.000001m),
        ["nanoseconds"] = new(UnitBase.Time, 0.000000001m),
        ["minutes"] = new(UnitBase.Time, 60),
        ["hours"] = new(UnitBase.Time, 3600),
        ["days"] = new(UnitBase.Time, 86400),
        ["bytes"] = new(UnitBase.Bytes, 1),
        ["kilobytes"] = new(UnitBase.Bytes, 1000),
        ["megabytes"] = new(UnitBase.Bytes, 1_000_000),
        ["gigabytes"] = new(UnitBase.Bytes, 1_000_000_000),
        ["kibibytes"] = new(UnitBase.Bytes, 1024),
        ["mebibytes"] = new(UnitBase.Bytes, 1_048_576),
        ["gibibytes"] = new(UnitBase.Bytes, 1_073_741_824),
        ["ratio"] = new(UnitBase.Ratio, 1),
        ["percent"] = new(UnitBase.Ratio, 0.01m),
        [Rate] = new(UnitBase.Ratio, 1),
        ["hertz"] = new(UnitBase.Count, 1, IsPerTime: true),
    };

    public static Measure Of(string? unit) => unit is not null && s_units.TryGetValue(unit, out var measure) ? measure : Measure.Number;

    public static string? FromName(string name)
    {
        var end = name.EndsWith("_total", StringComparison.Ordinal) ? name.Length - "_total".Length : name.Length;
        var start = name.LastIndexOf('_', end - 1) + 1;
        var unit = name.Substring(start, end - start);

        // Utilisations are ratios by custom; their names say so less plainly.
        return unit == Rate ? (end == name.Length ? Rate : null)
            : s_units.ContainsKey(unit) ? unit
            : unit is "utilization" or "utilisation" && end == name.Length ? "ratio" : null;
    }
}
