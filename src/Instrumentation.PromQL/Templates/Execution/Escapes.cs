using System.Globalization;
using System.Text;

namespace Instrumentation.PromQL.Templates.Execution;

/// <summary>Text made safe for where it goes, as Go's text/template and net/url do it.</summary>
internal static class Escapes
{
    /// <summary>For a query of a URL: a space becomes a plus sign.</summary>
    public static string Query(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);

    /// <summary>For HTML, within quotes and without.</summary>
    public static string Html(string text) => Each(text, static (result, c) => result.Append(c switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&#34;",
        '\'' => "&#39;",
        '\0' => "\uFFFD",
        _ => c.ToString(),
    }));

    /// <summary>For a string in JavaScript.</summary>
    public static string JavaScript(string text) => Each(text, static (result, c) =>
    {
        if (c is '\\' or '\'' or '"')
        {
            result.Append('\\').Append(c);
        }
        else if (c is '<' or '>' or '&' or '=' || char.IsControl(c))
        {
            result.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
        }
        else
        {
            result.Append(c);
        }
    });

    private static string Each(string text, Action<StringBuilder, char> append)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            append(result, c);
        }

        return result.ToString();
    }
}
