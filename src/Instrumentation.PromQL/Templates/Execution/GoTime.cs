using System.Globalization;
using Instrumentation.PromQL.Evaluation;

namespace Instrumentation.PromQL.Templates.Execution;

/// <summary>Times and durations as Go prints them.</summary>
internal static class GoTime
{
    /// <summary>What 64 bits of nanoseconds hold, and so Go's times and durations.</summary>
    public const double MostSeconds = long.MaxValue / 1e9;

    /// <summary>Seconds since 1970 as a time in UTC.</summary>
    /// <exception cref="TemplateException">It is none between the years 1677 and 2262.</exception>
    public static DateTimeOffset FromSeconds(string function, double seconds)
    {
        if (!double.IsFinite(seconds))
        {
            throw new TemplateException($"error calling {function}: value is NaN or Inf");
        }

        if (Math.Abs(seconds) >= MostSeconds)
        {
            throw new TemplateException($"error calling {function}: {GoFormat.General(seconds)} cannot be represented as a nanoseconds timestamp since it overflows int64");
        }

        // Milliseconds, as Prometheus keeps times; it cuts off the rest.
        return DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1e9) / 1_000_000);
    }

    public static string Print(DateTimeOffset time)
    {
        var fraction = time.ToString("FFFFFFF", CultureInfo.InvariantCulture);
        return time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + (fraction.Length > 0 ? "." + fraction : "") + " +0000 UTC";
    }

    public static string Print(TimeSpan duration)
    {
        if (duration == TimeSpan.Zero)
        {
            return "0s";
        }

        var sign = duration < TimeSpan.Zero ? "-" : "";
        var rest = duration.Duration();
        if (rest < TimeSpan.FromMicroseconds(1))
        {
            return $"{sign}{Text(rest.TotalNanoseconds)}ns";
        }

        if (rest < TimeSpan.FromMilliseconds(1))
        {
            return $"{sign}{Text(rest.TotalMicroseconds)}µs";
        }

        if (rest < TimeSpan.FromSeconds(1))
        {
            return $"{sign}{Text(rest.TotalMilliseconds)}ms";
        }

        var hours = (long)rest.TotalHours;
        var seconds = Text(rest.TotalSeconds - (hours * 3600) - (rest.Minutes * 60));
        return hours > 0 ? $"{sign}{hours}h{rest.Minutes}m{seconds}s" : rest.Minutes > 0 ? $"{sign}{rest.Minutes}m{seconds}s" : $"{sign}{seconds}s";
    }

    private static string Text(double value) => Math.Round(value, 9).ToString("0.#########", CultureInfo.InvariantCulture);
}
