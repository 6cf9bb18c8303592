using System.Text;

namespace Instrumentation.CodeFixes.Fixes;

/// <summary>Makes names valid with the least change.</summary>
internal static class ValidNames
{
    /// <summary>A metric name, or the beginning of one; null when nothing of the text can be kept.</summary>
    internal static string? ForMetric(string text) => Correct(text, trimStart: false);

    /// <summary>A label name, which must not begin with two underscores; null when nothing of the text can be kept.</summary>
    internal static string? ForLabel(string text) => Correct(text, trimStart: text.StartsWith("__", StringComparison.Ordinal));

    private static string? Correct(string text, bool trimStart)
    {
        var name = new StringBuilder(text.Length + 1);
        foreach (var letter in text.Trim())
        {
            name.Append(letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' ? letter : '_');
        }

        var corrected = trimStart ? name.ToString().TrimStart('_') : name.ToString();
        return corrected.Trim('_').Length == 0 ? null : corrected[0] is >= '0' and <= '9' ? "_" + corrected : corrected;
    }
}
