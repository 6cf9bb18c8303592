using System.Globalization;
using System.Text;

namespace Instrumentation.Alerting.Export.Yaml;

/// <summary>Texts as YAML writes them: bare where nothing can be misunderstood, in single quotes where they fit, else with escapes.</summary>
internal static class YamlText
{
    // What some reader of YAML 1.1 or 1.2 takes for something else than a text.
    private static readonly string[] s_words = ["true", "false", "yes", "no", "on", "off", "y", "n", "null"];

    public static string Scalar(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        return IsOneLine(text) ? "'" + string.Join("''", text.Split('\'')) + "'" : Escaped(text);
    }

    /// <summary>A line of a comment, whatever the text.</summary>
    public static string Comment(string text)
    {
        var line = new StringBuilder("# ");
        foreach (var c in text)
        {
            line.Append(IsPrintable(c) ? c : ' ');
        }

        return line.ToString();
    }

    private static bool IsPlain(string text)
    {
        if (text.Length == 0 || !IsLetter(text[0]) || Array.Exists(s_words, word => string.Equals(word, text, StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!IsLetter(c) && c is not ((>= '0' and <= '9') or '_' or '.' or '-'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsOneLine(string text)
    {
        foreach (var c in text)
        {
            if (!IsPrintable(c))
            {
                return false;
            }
        }

        return true;
    }

    // Beyond Latin-1 and surrogates everything is escaped that a reader might take for a break or refuse.
    private static bool IsPrintable(char c) => c is (>= ' ' and < '\u007f') or (>= '\u00a0' and < '\u2028') or (> '\u2029' and < '\ud800') or (>= '\ue000' and < '\ufeff');

    private static string Escaped(string text)
    {
        var result = new StringBuilder("\"");
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '"' or '\\')
            {
                result.Append('\\').Append(c);
            }
            else if (c == '\n')
            {
                result.Append("\\n");
            }
            else if (IsPrintable(c))
            {
                result.Append(c);
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                result.Append(c).Append(text[++i]);
            }
            else
            {
                // A half of a pair is no character, and YAML has no way to write it.
                var code = char.IsSurrogate(c) ? 0xfffd : c;
                result.Append("\\u").Append(code.ToString("x4", CultureInfo.InvariantCulture));
            }
        }

        return result.Append('"').ToString();
    }
}
