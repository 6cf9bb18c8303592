using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Conditions;

/// <summary>The units that numbers in conditions may have.</summary>
internal static class UnitTable
{
    private static readonly Dictionary<string, (UnitBase Base, decimal Factor)> s_units = new(StringComparer.Ordinal)
    {
        ["ns"] = (UnitBase.Time, 0.000000001m),
        ["us"] = (UnitBase.Time, 0.000001m),
        ["µs"] = (UnitBase.Time, 0.000001m),
        ["μs"] = (UnitBase.Time, 0.000001m),
        ["ms"] = (UnitBase.Time, 0.001m),
        ["s"] = (UnitBase.Time, 1),
        ["m"] = (UnitBase.Time, 60),
        ["h"] = (UnitBase.Time, 3600),
        ["d"] = (UnitBase.Time, 86400),
        ["%"] = (UnitBase.Ratio, 0.01m),
        ["B"] = (UnitBase.Bytes, 1),
        ["KB"] = (UnitBase.Bytes, 1000),
        ["kB"] = (UnitBase.Bytes, 1000),
        ["MB"] = (UnitBase.Bytes, 1_000_000),
        ["GB"] = (UnitBase.Bytes, 1_000_000_000),
        ["TB"] = (UnitBase.Bytes, 1_000_000_000_000),
        ["KiB"] = (UnitBase.Bytes, 1024),
        ["MiB"] = (UnitBase.Bytes, 1_048_576),
        ["GiB"] = (UnitBase.Bytes, 1_073_741_824),
        ["TiB"] = (UnitBase.Bytes, 1_099_511_627_776),
    };

    private static readonly Dictionary<string, string> s_otherNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["nanos"] = "ns", ["nanoseconds"] = "ns", ["nsec"] = "ns",
        ["micros"] = "us", ["microseconds"] = "us", ["usec"] = "us",
        ["millis"] = "ms", ["milliseconds"] = "ms", ["millisecond"] = "ms", ["msec"] = "ms", ["msecs"] = "ms",
        ["sec"] = "s", ["secs"] = "s", ["second"] = "s", ["seconds"] = "s",
        ["min"] = "m", ["mins"] = "m", ["minute"] = "m", ["minutes"] = "m",
        ["hr"] = "h", ["hrs"] = "h", ["hour"] = "h", ["hours"] = "h",
        ["day"] = "d", ["days"] = "d",
        ["percent"] = "%", ["pct"] = "%", ["percents"] = "%",
        ["byte"] = "B", ["bytes"] = "B", ["k"] = "KB", ["kb"] = "KB", ["mb"] = "MB", ["gb"] = "GB", ["tb"] = "TB", ["g"] = "GB",
        ["kib"] = "KiB", ["mib"] = "MiB", ["gib"] = "GiB", ["tib"] = "TiB", ["kbytes"] = "KB", ["mbytes"] = "MB",
        ["rps"] = "/s", ["qps"] = "/s", ["ps"] = "/s",
    };

    private static readonly string[] s_perTimes = ["/s", "/m", "/h", "/d"];

    /// <summary>Units that can stand apart from their number: <c>100 ms</c>.</summary>
    public static bool IsUnit(string word) => s_units.ContainsKey(word) || word == "Hz";

    /// <summary>Whether a word after a number was probably meant to be its unit.</summary>
    public static bool IsUnitLike(string word) => IsUnit(word) || s_otherNames.ContainsKey(word);

    public static bool TryFind(string unit, out UnitBase measures, out decimal factor)
    {
        var found = s_units.TryGetValue(unit, out var entry);
        (measures, factor) = entry;
        return found;
    }

    /// <summary>The seconds of the time after a stroke.</summary>
    public static decimal? PerTime(string unit) => unit switch { "s" => 1, "m" => 60, "h" => 3600, "d" => 86400, _ => null };

    /// <summary>What was probably meant by a unit that there is none of, its stroke included.</summary>
    public static string? Suggest(string unit)
    {
        if (unit.StartsWith("/", StringComparison.Ordinal))
        {
            var time = unit.Substring(1);
            return s_otherNames.TryGetValue(time, out var meant) && PerTime(meant) is not null ? "/" + meant : Suggestions.Nearest(unit, s_perTimes);
        }

        return s_otherNames.TryGetValue(unit, out var known) ? known : Suggestions.Nearest(unit, s_units.Keys.Where(static name => name != "μs"));
    }

    public static string List => "ns, us, ms, s, m, h, d, %, B, KB, MB, GB, KiB, MiB, GiB, /s, /m, /h and Hz";
}
