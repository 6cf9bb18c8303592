using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Instrumentation.PromQL.Parsing;

/// <summary>Turns RE2's syntax, which Prometheus speaks, into .NET's, so that the same text matches the same strings.</summary>
/// <remarks>
/// Differences that count: classes are ASCII, <c>$</c> is the very end, groups are numbered from left to right even when named, and
/// there is neither lookaround nor back-reference: a match takes linear time.
/// </remarks>
internal sealed class RegexTranslator
{
    private const int MostRepeats = 1000;
    private readonly string _pattern;
    private readonly StringBuilder _result = new();
    private readonly List<string?> _groups = [null];
    private readonly Stack<bool> _outerMultiline = new();
    private int _position;
    private bool _multiline;

    private RegexTranslator(string pattern) => _pattern = pattern;

    /// <summary>Translates a pattern that has to match a whole value.</summary>
    /// <param name="pattern">The expression in RE2's syntax.</param>
    /// <param name="groupNames">The names of the groups by number; null for those without a name.</param>
    /// <exception cref="FormatException">The pattern is wrong; the message says why.</exception>
    public static string Translate(string pattern, out IReadOnlyList<string?> groupNames)
    {
        var translator = new RegexTranslator(pattern);
        translator.Run();
        groupNames = translator._groups;
        return @"\A(?s:" + translator._result + @")\z";
    }

    /// <summary>Checks a pattern at its place in a query.</summary>
    /// <exception cref="SyntaxException">The pattern is wrong.</exception>
    public static void Validate(string pattern, SourceRange range)
    {
        try
        {
            _ = new Regex(Translate(pattern, out _), RegexOptions.CultureInvariant);
        }
        catch (FormatException exception)
        {
            throw new SyntaxException(range, $"error parsing regexp: {exception.Message}");
        }
        catch (ArgumentException exception)
        {
            throw new SyntaxException(range, $"error parsing regexp: {exception.Message}");
        }
    }

    private void Run()
    {
        while (_position < _pattern.Length)
        {
            var c = _pattern[_position];
            switch (c)
            {
                case '\\':
                    TranslateEscape();
                    break;
                case '[':
                    _position = RegexClassTranslator.Translate(_pattern, _position, _result);
                    break;
                case '(':
                    TranslateGroup();
                    break;
                case ')':
                    if (_outerMultiline.Count == 0)
                    {
                        throw new FormatException("unexpected ): none is open");
                    }

                    _multiline = _outerMultiline.Pop();
                    Copy(1);
                    break;
                case '^':
                    Replace(1, _multiline ? "(?m:^)" : @"\A");
                    break;
                case '$':
                    Replace(1, _multiline ? "(?m:$)" : @"\z");
                    break;
                case '{':
                    TranslateRepeat();
                    break;
                default:
                    Copy(1);
                    break;
            }
        }

        if (_outerMultiline.Count > 0)
        {
            throw new FormatException("missing closing )");
        }
    }

    private void TranslateEscape()
    {
        if (_position + 1 >= _pattern.Length)
        {
            throw new FormatException("trailing backslash at end of expression");
        }

        var c = _pattern[_position + 1];
        if (c is 'A' or 'z' or 'b' or 'B')
        {
            Copy(2);
        }
        else if (c == 'Q')
        {
            var end = _pattern.IndexOf(@"\E", _position + 2, StringComparison.Ordinal);
            var literal = end < 0 ? _pattern.Substring(_position + 2) : _pattern.Substring(_position + 2, end - _position - 2);
            Replace(literal.Length + (end < 0 ? 2 : 4), Regex.Escape(literal));
        }
        else if (RegexEscapes.TryClass(_pattern, _position, out var inner, out var negated, out var length))
        {
            Replace(length, (negated ? "[^" : "[") + inner + "]");
        }
        else
        {
            var character = RegexEscapes.Character(_pattern, _position, out length);
            Replace(length, RegexEscapes.Literal(character));
        }
    }

    private void TranslateGroup()
    {
        _outerMultiline.Push(_multiline);
        if (!At("(?"))
        {
            _groups.Add(null);
            Replace(1, $"(?<{_groups.Count - 1}>");
            return;
        }

        var named = At("(?P<") ? 4 : At("(?<") && !At("(?<=") && !At("(?<!") ? 3 : 0;
        if (named > 0)
        {
            var end = _pattern.IndexOf(">", _position, StringComparison.Ordinal);
            var name = end < 0 ? "" : _pattern.Substring(_position + named, end - _position - named);
            if (name.Length == 0 || name.Any(static c => !Characters.IsWord(c)) || _groups.Contains(name))
            {
                throw new FormatException($"invalid or repeated group name: '{name}'");
            }

            _groups.Add(name);
            Replace(named + name.Length + 1, $"(?<{_groups.Count - 1}>");
            return;
        }

        TranslateFlags();
    }

    private void TranslateFlags()
    {
        var emitted = new StringBuilder("(?");
        var set = true;
        for (_position += 2; _position < _pattern.Length; _position++)
        {
            var c = _pattern[_position];
            switch (c)
            {
                case 'i' or 's':
                    emitted.Append(c);
                    break;
                case 'm':
                    _multiline = set;
                    break;
                case '-' when set:
                    set = false;
                    emitted.Append('-');
                    break;
                case ':' or ')':
                    var flags = emitted.ToString().TrimEnd('-');
                    if (c == ')')
                    {
                        // The flags hold for the rest of the enclosing group, so this is no group of its own.
                        _outerMultiline.Pop();
                        flags = flags == "(?" ? "" : flags + ")";
                    }
                    else
                    {
                        flags += ":";
                    }

                    Replace(1, flags);
                    return;
                case 'U':
                    throw new FormatException("the flag U (ungreedy) is not supported; write *? instead of *");
                case '=' or '!' or '<' or '>' or '(':
                    throw new FormatException("lookaround is not supported; use a second matcher with != or !~");
                default:
                    throw new FormatException($"invalid group flag: '{c}'");
            }
        }

        throw new FormatException("missing closing )");
    }

    // A brace that is no repeat is an ordinary character in RE2.
    private void TranslateRepeat()
    {
        var end = _pattern.IndexOf("}", _position, StringComparison.Ordinal);
        var body = end < 0 ? "" : _pattern.Substring(_position + 1, end - _position - 1);
        var parts = body.Split(',');
        var isRepeat = parts.Length <= 2 && parts[0].Length > 0 && parts.All(static part => part.All(Characters.IsDigit));
        if (!isRepeat)
        {
            Replace(1, @"\{");
            return;
        }

        foreach (var part in parts)
        {
            if (part.Length > 0 && (part.Length > 4 || int.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture) > MostRepeats))
            {
                throw new FormatException($"invalid repeat count: '{{{body}}}'; at most {MostRepeats}");
            }
        }

        Copy(body.Length + 2);
    }

    private bool At(string text) => string.CompareOrdinal(_pattern, _position, text, 0, text.Length) == 0;

    private void Copy(int length)
    {
        _result.Append(_pattern, _position, length);
        _position += length;
    }

    private void Replace(int length, string with)
    {
        _result.Append(with);
        _position += length;
    }
}
