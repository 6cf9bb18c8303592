using System.Text;

namespace Instrumentation.Collectors.Meters;

/// <summary>Units of meters, which are written as UCUM has it (<c>s</c>, <c>By</c>, <c>By/s</c>), in the words that Prometheus' names end in.</summary>
internal static class UnitNames
{
    /// <summary>The words for a unit; null when it has none, as <c>1</c> and <c>{request}</c>.</summary>
    internal static string? Of(string? unit)
    {
        if (string.IsNullOrWhiteSpace(unit))
        {
            return null;
        }

        var plain = WithoutAnnotations(unit).Trim();
        var slash = plain.IndexOf('/', StringComparison.Ordinal);
        var words = slash >= 0 && slash < plain.Length - 1
            ? Word(plain[..slash]) + "_per_" + PerWord(plain[(slash + 1)..])
            : Word(plain);
        return Clean(words);
    }

    private static string Word(string unit) => unit switch
    {
        "d" => "days",
        "h" => "hours",
        "min" => "minutes",
        "s" => "seconds",
        "ms" => "milliseconds",
        "us" => "microseconds",
        "ns" => "nanoseconds",
        "By" or "B" => "bytes",
        "KiBy" => "kibibytes",
        "MiBy" => "mebibytes",
        "GiBy" => "gibibytes",
        "TiBy" => "tibibytes",
        "KBy" or "kBy" or "KB" => "kilobytes",
        "MBy" or "MB" => "megabytes",
        "GBy" or "GB" => "gigabytes",
        "TBy" or "TB" => "terabytes",
        "m" => "meters",
        "V" => "volts",
        "A" => "amperes",
        "J" => "joules",
        "W" => "watts",
        "g" => "grams",
        "Cel" => "celsius",
        "Hz" => "hertz",
        "%" => "percent",
        "$" => "dollars",
        "1" => "",
        _ => unit,
    };

    private static string PerWord(string unit) => unit switch
    {
        "s" => "second",
        "m" or "min" => "minute",
        "h" => "hour",
        "d" => "day",
        "w" => "week",
        "mo" => "month",
        "y" => "year",
        _ => unit,
    };

    /// <summary>Drops what is in braces: a number of something has no unit.</summary>
    private static string WithoutAnnotations(string unit)
    {
        while (true)
        {
            var open = unit.IndexOf('{', StringComparison.Ordinal);
            var close = open < 0 ? -1 : unit.IndexOf('}', open);
            if (close < 0)
            {
                return unit;
            }

            unit = unit.Remove(open, close - open + 1);
        }
    }

    private static string? Clean(string words)
    {
        var text = new StringBuilder(words.Length);
        foreach (var character in words)
        {
            var next = char.IsAsciiLetterOrDigit(character) ? character : '_';
            if (next != '_' || (text.Length > 0 && text[^1] != '_'))
            {
                text.Append(next);
            }
        }

        // A unit of which nothing but its "per" is left, as of '{request}/s', reads 'per_second'.
        var clean = text.ToString().Trim('_');
        return clean.Length == 0 ? null : char.IsAsciiDigit(clean[0]) ? '_' + clean : clean;
    }
}
