using System.Text;

namespace Instrumentation.PromQL.Parsing;

/// <summary>Flags within a pattern: <c>(?i)</c>, <c>(?s-m:…)</c>.</summary>
internal static class RegexFlags
{
    /// <summary>Reads flags after <c>(?</c>.</summary>
    /// <param name="pattern">The expression.</param>
    /// <param name="at">The index after the question mark.</param>
    /// <param name="multiline">Whether <c>^</c> and <c>$</c> stand for lines; .NET's own flag for it means another <c>$</c>.</param>
    /// <param name="opensGroup">Whether they are for a group that follows, rather than for the rest of the one they stand in.</param>
    /// <param name="translated">What to write for them.</param>
    /// <returns>The index after them.</returns>
    /// <exception cref="FormatException">One of them is not supported.</exception>
    public static int Read(string pattern, int at, ref bool multiline, out bool opensGroup, out string translated)
    {
        var flags = new StringBuilder("(?");
        var set = true;
        for (; at < pattern.Length; at++)
        {
            switch (pattern[at])
            {
                case 'i' or 's':
                    flags.Append(pattern[at]);
                    break;
                case 'm':
                    multiline = set;
                    break;
                case '-' when set:
                    set = false;
                    flags.Append('-');
                    break;
                case ':' or ')':
                    opensGroup = pattern[at] == ':';
                    translated = flags.ToString().TrimEnd('-');
                    translated = opensGroup ? translated + ":" : translated == "(?" ? "" : translated + ")";
                    return at + 1;
                case 'U':
                    throw new FormatException("the flag U (ungreedy) is not supported; write *? instead of *");
                case '=' or '!' or '<' or '>' or '(':
                    throw new FormatException("lookaround is not supported; use a second matcher with != or !~");
                default:
                    throw new FormatException($"invalid group flag: '{pattern[at]}'");
            }
        }

        throw new FormatException("missing closing )");
    }
}
