using System.Globalization;
using System.Text;

namespace Instrumentation.PromQL.Templates.Execution;

/// <summary>The first letter of each word in upper case, the rest as it is (cases.Title with NoLower in golang.org/x/text).</summary>
internal static class TitleCase
{
    public static string Of(string text)
    {
        var result = new StringBuilder(text.Length);
        var isInWord = false;
        var previous = ' ';
        foreach (var c in text)
        {
            // One of these joins the letters around it to one word, as in don't; two of them do not.
            if (IsJoiner(c))
            {
                isInWord &= !IsJoiner(previous);
            }
            else if (char.IsLetter(c))
            {
                result.Append(isInWord ? c : char.ToUpperInvariant(c));
                isInWord = true;
                previous = c;
                continue;
            }
            else
            {
                isInWord &= ContinuesWord(c);
            }

            result.Append(c);
            previous = c;
        }

        return result.ToString();
    }

    private static bool IsJoiner(char c) => c is '\'' or '.' or ':' or '\u00B7' or '\u2018' or '\u2019' or '\u2024' or '\u2027';

    private static bool ContinuesWord(char c) => c == '_' || char.IsSurrogate(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.Format
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
