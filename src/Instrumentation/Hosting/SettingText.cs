using System.Globalization;
using System.Net;

namespace Instrumentation.Hosting;

/// <summary>How settings are written: invariant numbers, durations with or without a unit, sizes with or without one.</summary>
internal static class SettingText
{
    private static readonly (string Unit, double Seconds)[] s_durations = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600), ("d", 86400)];

    private static readonly (string Unit, long Bytes)[] s_sizes =
        [("KB", 1L << 10), ("MB", 1L << 20), ("GB", 1L << 30), ("TB", 1L << 40), ("B", 1)];

    internal static bool TryNumber(string text, out int value) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    internal static bool TryFraction(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    /// <summary>
    /// Reads <c>hh:mm:ss</c>, a number with ms, s, m, h or d, or 0. Any other bare number is refused: .NET would read it as days.
    /// </summary>
    internal static bool TryDuration(string text, out TimeSpan value)
    {
        value = default;
        if (text == "0")
        {
            return true;
        }

        foreach (var (unit, seconds) in s_durations)
        {
            if (text.EndsWith(unit, StringComparison.OrdinalIgnoreCase) && TryFraction(text[..^unit.Length], out var count)
                && Math.Abs(count * seconds) < TimeSpan.MaxValue.TotalSeconds)
            {
                value = TimeSpan.FromSeconds(count * seconds);
                return true;
            }
        }

        return text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Reads bytes, or a number with KB, MB, GB or TB (powers of 1024; KiB and so on are the same).</summary>
    internal static bool TrySize(string text, out long value)
    {
        var compact = text.Replace("iB", "B", StringComparison.OrdinalIgnoreCase);
        foreach (var (unit, bytes) in s_sizes)
        {
            if (compact.EndsWith(unit, StringComparison.OrdinalIgnoreCase) && TryFraction(compact[..^unit.Length].Trim(), out var count)
                && Math.Abs(count * bytes) < long.MaxValue)
            {
                value = (long)(count * bytes);
                return true;
            }
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Whether the text is <c>loopback</c>, <c>any</c> or an IP address.</summary>
    internal static bool IsAddress(string? text) =>
        string.Equals(text, "loopback", StringComparison.OrdinalIgnoreCase)
        || string.Equals(text, "any", StringComparison.OrdinalIgnoreCase)
        || IPAddress.TryParse(text, out _);

    /// <summary>Whether the text is an absolute URL path of unreserved characters, so that no server escapes or normalises it.</summary>
    internal static bool IsPath(string? text) =>
        text is ['/', _, ..] && text[^1] != '/' && !text.Contains("//", StringComparison.Ordinal) && !text.Contains("/.", StringComparison.Ordinal)
        && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '_' or '.' or '~');
}
