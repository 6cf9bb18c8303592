using System.Globalization;

namespace Instrumentation.Generator.Parsing.Metrics;

/// <summary>Reads durations as Prometheus writes them: <c>15m</c>, <c>1h30m</c>.</summary>
internal static class DurationText
{
    private static readonly (string Unit, long Ticks)[] s_units =
    [
        ("ms", TimeSpan.TicksPerMillisecond),
        ("w", 7 * TimeSpan.TicksPerDay),
        ("d", TimeSpan.TicksPerDay),
        ("h", TimeSpan.TicksPerHour),
        ("m", TimeSpan.TicksPerMinute),
        ("s", TimeSpan.TicksPerSecond),
    ];

    /// <summary>The ticks; null when it is no duration.</summary>
    public static long? Parse(string text)
    {
        var total = 0L;
        var at = 0;
        while (at < text.Length)
        {
            var start = at;
            while (at < text.Length && text[at] is >= '0' and <= '9')
            {
                at++;
            }

            var (unit, ticks) = s_units.FirstOrDefault(unit => string.CompareOrdinal(text, at, unit.Unit, 0, unit.Unit.Length) == 0);
            if (unit is null
                || !int.TryParse(text.Substring(start, at - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || number > (TimeSpan.MaxValue.Ticks - total) / ticks)
            {
                return null;
            }

            total += number * ticks;
            at += unit.Length;
        }

        return at == 0 ? null : total;
    }
}
