using System.Globalization;
using Instrumentation.PromQL.Evaluation;

namespace Instrumentation.PromQL.Templates.Execution;

/// <summary>Numbers for people (template/template.go, and helpers/templates in prometheus/common).</summary>
internal static class Humanize
{
    private static readonly string[] s_large = ["k", "M", "G", "T", "P", "E", "Z", "Y"];
    private static readonly string[] s_binary = ["ki", "Mi", "Gi", "Ti", "Pi", "Ei", "Zi", "Yi"];
    private static readonly string[] s_small = ["m", "u", "n", "p", "f", "a", "z", "y"];

    public static string Number(double value)
    {
        if (value == 0 || !double.IsFinite(value))
        {
            return Short(value);
        }

        return Math.Abs(value) >= 1 ? Large(value, 1000, s_large) : Small(value);
    }

    public static string Binary(double value) =>
        Math.Abs(value) <= 1 || !double.IsFinite(value) ? Short(value) : Large(value, 1024, s_binary);

    public static string Percentage(double value) => Short(value * 100) + "%";

    public static string Timestamp(string function, double value) => double.IsFinite(value) ? GoTime.Print(GoTime.FromSeconds(function, value)) : Short(value);

    public static string Duration(double value)
    {
        if (!double.IsFinite(value))
        {
            return Short(value);
        }

        if (value == 0)
        {
            return "0s";
        }

        if (Math.Abs(value) < 1)
        {
            return Small(value) + "s";
        }

        var sign = value < 0 ? "-" : "";
        value = Math.Abs(value);
        var whole = value < long.MaxValue ? (long)value : long.MaxValue;
        var (seconds, minutes, hours, days) = (whole % 60, whole / 60 % 60, whole / 3600 % 24, whole / 86400);
        return days != 0 ? string.Create(CultureInfo.InvariantCulture, $"{sign}{days}d {hours}h {minutes}m {seconds}s")
            : hours != 0 ? string.Create(CultureInfo.InvariantCulture, $"{sign}{hours}h {minutes}m {seconds}s")
            : minutes != 0 ? string.Create(CultureInfo.InvariantCulture, $"{sign}{minutes}m {seconds}s")
            : $"{sign}{Short(value)}s";
    }

    private static string Large(double value, double step, string[] prefixes)
    {
        var prefix = "";
        for (var i = 0; i < prefixes.Length && Math.Abs(value) >= step; i++)
        {
            prefix = prefixes[i];
            value /= step;
        }

        return Short(value) + prefix;
    }

    private static string Small(double value)
    {
        var prefix = "";
        for (var i = 0; i < s_small.Length && Math.Abs(value) < 1; i++)
        {
            prefix = s_small[i];
            value *= 1000;
        }

        return Short(value) + prefix;
    }

    // %.4g
    private static string Short(double value) => GoFormat.General(value, 4);
}
