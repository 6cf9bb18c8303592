using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Evaluation.Functions;

/// <summary>Fills in <c>$1</c>, <c>${1}</c>, <c>$name</c> and <c>$$</c> (Regexp.Expand in Go's regexp package).</summary>
internal static class LabelTemplates
{
    /// <summary>Fills in what matched.</summary>
    /// <returns>False when the text would become longer than it may: a template that repeats a group many times is short, what it makes is not.</returns>
    public static bool TryExpand(string template, Match match, IReadOnlyList<string?> groupNames, int longest, out string text)
    {
        var result = new StringBuilder();
        for (var i = 0; i < template.Length && result.Length <= longest;)
        {
            if (template[i] != '$')
            {
                result.Append(template[i++]);
            }
            else if (i + 1 < template.Length && template[i + 1] == '$')
            {
                result.Append('$');
                i += 2;
            }
            else if (TryName(template, i + 1, out var name, out var end))
            {
                result.Append(Find(match, groupNames, name));
                i = end;
            }
            else
            {
                result.Append('$');
                i++;
            }
        }

        text = result.ToString();
        return text.Length <= longest;
    }

    private static bool TryName(string template, int start, out string name, out int end)
    {
        var braced = start < template.Length && template[start] == '{';
        var first = braced ? start + 1 : start;
        end = first;
        while (end < template.Length && Characters.IsWord(template[end]))
        {
            end++;
        }

        name = template[first..end];
        if (name.Length == 0 || (braced && (end >= template.Length || template[end] != '}')))
        {
            return false;
        }

        end += braced ? 1 : 0;
        return true;
    }

    // A group there is none of is empty, and so is one that took no part in the match.
    private static string Find(Match match, IReadOnlyList<string?> groupNames, string name)
    {
        if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            number = -1;
            for (var i = 1; i < groupNames.Count && number < 0; i++)
            {
                number = groupNames[i] == name ? i : -1;
            }
        }

        return number < 0 ? "" : match.Groups[number.ToString(CultureInfo.InvariantCulture)].Value;
    }
}
