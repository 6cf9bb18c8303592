using System.Globalization;
using System.Text;

namespace Instrumentation.AspNetCore.Api.Requests;

/// <summary>Names with characters that a URL's path cannot hold: <c>U__http_2e_status</c> is <c>http.status</c> (UnescapeName in prometheus/common).</summary>
internal static class EscapedName
{
    private const string Prefix = "U__";

    /// <summary>The name that is meant; one that is not well escaped stands for itself.</summary>
    internal static string Decode(string name)
    {
        if (!name.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return name;
        }

        var result = new StringBuilder();
        for (var i = Prefix.Length; i < name.Length; i++)
        {
            if (name[i] != '_')
            {
                result.Append(name[i]);
                continue;
            }

            var end = name.IndexOf('_', i + 1);
            if (end < 0)
            {
                return name;
            }

            if (end == i + 1)
            {
                result.Append('_');
            }
            else if (int.TryParse(name.AsSpan(i + 1, end - i - 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
                && Rune.IsValid(code))
            {
                result.Append(new Rune(code).ToString());
            }
            else
            {
                return name;
            }

            i = end;
        }

        return result.ToString();
    }
}
