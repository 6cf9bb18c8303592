using Instrumentation.Generator.Parsing.Metrics;

namespace Instrumentation.Analyzers.Naming;

/// <summary>Units in names, by the rules of <c>promtool check metrics</c>, and what OpenMetrics says of where a unit stands.</summary>
internal static class Units
{
    private const string Total = "_total";

    private static readonly HashSet<string> s_base =
    [
        "amperes", "bytes", "celsius", "grams", "joules", "kelvin", "meters", "metres", "moles", "seconds", "volts", "ratio",
    ];

    private static readonly string[] s_multiples =
    [
        "pico", "nano", "micro", "milli", "centi", "deci", "deca", "hecto", "kilo", "kibi", "mega", "mibi", "mebi", "giga", "gibi", "tera", "tebi", "peta", "pebi",
    ];

    private static readonly Dictionary<string, string> s_others = new(StringComparer.Ordinal)
    {
        ["minutes"] = "seconds",
        ["hours"] = "seconds",
        ["days"] = "seconds",
        ["weeks"] = "seconds",
        ["kelvins"] = "kelvin",
        ["fahrenheit"] = "celsius",
        ["rankine"] = "celsius",
        ["inches"] = "meters",
        ["yards"] = "meters",
        ["miles"] = "meters",
        ["bits"] = "bytes",
        ["calories"] = "joules",
        ["pounds"] = "grams",
        ["ounces"] = "grams",
    };

    /// <summary>Abbreviations, wherever they stand but first.</summary>
    private static readonly Dictionary<string, string> s_short = new(StringComparer.Ordinal)
    {
        ["s"] = "seconds",
        ["ms"] = "seconds",
        ["us"] = "seconds",
        ["ns"] = "seconds",
        ["sec"] = "seconds",
        ["m"] = "seconds",
        ["h"] = "seconds",
        ["d"] = "seconds",
        ["b"] = "bytes",
        ["kb"] = "bytes",
        ["mb"] = "bytes",
        ["gb"] = "bytes",
        ["tb"] = "bytes",
        ["pb"] = "bytes",
    };

    /// <summary>Units that are so only at the end of a name: in front they may be something else, as in <c>second_team</c>.</summary>
    private static readonly Dictionary<string, string> s_last = new(StringComparer.Ordinal)
    {
        ["secs"] = "seconds",
        ["second"] = "seconds",
        ["msec"] = "seconds",
        ["msecs"] = "seconds",
        ["usec"] = "seconds",
        ["nsec"] = "seconds",
        ["millis"] = "seconds",
        ["micros"] = "seconds",
        ["nanos"] = "seconds",
        ["millisecond"] = "seconds",
        ["mins"] = "seconds",
        ["hrs"] = "seconds",
        ["minute"] = "seconds",
        ["hour"] = "seconds",
        ["byte"] = "bytes",
        ["kib"] = "bytes",
        ["mib"] = "bytes",
        ["gib"] = "bytes",
        ["percent"] = "ratio",
        ["percents"] = "ratio",
        ["percentage"] = "ratio",
        ["pct"] = "ratio",
        ["km"] = "meters",
        ["cm"] = "meters",
        ["kg"] = "grams",
    };

    /// <summary>A unit that is not to be in the name, and the base unit to use instead; null when all is well.</summary>
    internal static (string Unit, string Base)? FindNotBase(string name)
    {
        var words = MetricUnit.Stem(name).ToLowerInvariant().Split('_');
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            var isRate = i > 0 && words[i - 1] == "per";
            if ((s_others.TryGetValue(word, out var unit) || (unit = OfMultiple(word)) is not null
                || (i > 0 && s_short.TryGetValue(word, out unit))
                || (i > 0 && i == words.Length - 1 && !isRate && s_last.TryGetValue(word, out unit)))
                && unit != word)
            {
                return (word, unit!);
            }
        }

        return null;
    }

    /// <summary>A base unit of time or size that stands within the name while no unit stands at its end; null when there is none.</summary>
    internal static string? FindNotLast(string name)
    {
        var words = MetricUnit.Stem(name).Split('_');
        var last = words.Length - 1;
        return s_base.Contains(words[last]) || words.Contains("per") ? null
            : words.Take(last).FirstOrDefault(static word => word is "seconds" or "bytes");
    }

    /// <summary>The name with the base unit at its end in place of the other.</summary>
    internal static string Rename(string name, string unit, string baseUnit)
    {
        var words = MetricUnit.Stem(name).Split('_').ToList();
        var place = words.FindLastIndex(word => word.Equals(unit, StringComparison.OrdinalIgnoreCase));
        if (place >= 0)
        {
            words.RemoveAt(place);
        }

        if (words.Count == 0 || words[words.Count - 1] != baseUnit)
        {
            words.Add(baseUnit);
        }

        return string.Join("_", words) + (name.EndsWith(Total, StringComparison.Ordinal) ? Total : "");
    }

    private static string? OfMultiple(string word)
    {
        foreach (var multiple in s_multiples)
        {
            if (word.StartsWith(multiple, StringComparison.Ordinal) && word.Substring(multiple.Length) is var rest)
            {
                return s_base.Contains(rest) && rest != "ratio" ? rest : s_others.TryGetValue(rest, out var unit) ? unit : null;
            }
        }

        return null;
    }
}
