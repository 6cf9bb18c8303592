using System.Globalization;
using System.Text;

namespace Instrumentation.PromQL.Parsing;

/// <summary>Durations as text: <c>1h30m</c> (ParseDuration and Duration.String in prometheus/common model/time.go).</summary>
public static class DurationText
{
    private static readonly (string Unit, long Milliseconds, bool OnlyExact)[] s_units =
    [
        // Years and weeks only where nothing remains: 90d reads better than 12w6d.
        ("y", 365L * 24 * 60 * 60 * 1000, true),
        ("w", 7L * 24 * 60 * 60 * 1000, true),
        ("d", 24L * 60 * 60 * 1000, false),
        ("h", 60L * 60 * 1000, false),
        ("m", 60L * 1000, false),
        ("s", 1000, false),
        ("ms", 1, false),
    ];

    // What fits into Go's time.Duration of nanoseconds; agreeing on the limit keeps rules portable.
    private const long Longest = long.MaxValue / 1_000_000;

    /// <summary>Reads a duration such as <c>5m</c> or <c>1h30m</c>; units go from large to small and each stands once.</summary>
    /// <param name="text">The duration, without a sign.</param>
    /// <param name="milliseconds">The duration in milliseconds.</param>
    /// <returns>False when the text is none, or one beyond about 292 years.</returns>
    public static bool TryParse(string text, out long milliseconds)
    {
        milliseconds = 0;
        if (text == "0")
        {
            return true;
        }

        var position = 0;
        var nextUnit = 0;
        while (position < text.Length)
        {
            var digits = position;
            while (position < text.Length && Characters.IsDigit(text[position]))
            {
                position++;
            }

            var unitAt = position;
            while (position < text.Length && !Characters.IsDigit(text[position]))
            {
                position++;
            }

            if (!long.TryParse(text.Substring(digits, unitAt - digits), NumberStyles.None, CultureInfo.InvariantCulture, out var amount)
                || !Take(text.Substring(unitAt, position - unitAt), amount, ref nextUnit, ref milliseconds))
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    /// <summary>Writes a duration in its canonical form; zero is <c>0s</c>.</summary>
    /// <param name="milliseconds">The duration; a negative one gets a minus sign.</param>
    public static string Format(long milliseconds)
    {
        if (milliseconds == 0)
        {
            return "0s";
        }

        var result = new StringBuilder(milliseconds < 0 ? "-" : "");
        var rest = milliseconds < 0 ? (ulong)-(milliseconds + 1) + 1 : (ulong)milliseconds;
        foreach (var (unit, length, onlyExact) in s_units)
        {
            var amount = rest / (ulong)length;
            if (amount > 0 && (!onlyExact || rest % (ulong)length == 0))
            {
                result.Append(amount.ToString(CultureInfo.InvariantCulture)).Append(unit);
                rest -= amount * (ulong)length;
            }
        }

        return result.ToString();
    }

    private static bool Take(string unit, long amount, ref int nextUnit, ref long total)
    {
        for (var i = nextUnit; i < s_units.Length; i++)
        {
            if (s_units[i].Unit == unit)
            {
                nextUnit = i + 1;
                if (amount > (Longest - total) / s_units[i].Milliseconds)
                {
                    return false;
                }

                total += amount * s_units[i].Milliseconds;
                return true;
            }
        }

        return false;
    }
}
