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
    private readonly string _pattern;
    private readonly StringBuilder _result = new();
    private readonly List<string?> _groups = [null];
    private readonly Stack<bool> _outerMultiline = new();
    private readonly RegexShape _shape = new();
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

    /// <summary>Translates a pattern that may match anywhere in a text.</summary>
    /// <exception cref="FormatException">The pattern is wrong; the message says why.</exception>
    public static string TranslateSearch(string pattern, out IReadOnlyList<string?> groupNames)
    {
        var translator = new RegexTranslator(pattern);
        translator.Run();
        groupNames = translator._groups;
        return "(?:" + translator._result + ")";
    }

    /// <summary>Whether a pattern that was checked takes the empty string.</summary>
    public static bool TakesEmpty(string pattern)
    {
        var translator = new RegexTranslator(pattern);
        translator.Run();
        return translator._shape.TakesEmpty;
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
                    _shape.Atom(takesEmpty: false);
                    _position = RegexClassTranslator.Translate(_pattern, _position, _result);
                    break;
                case '(':
                    TranslateGroup();
                    break;
                case ')':
                    TranslateClosing();
                    break;
                case '|':
                    _shape.Alternate();
                    Copy(1);
                    break;
                case '^':
                    _shape.Atom(takesEmpty: true);
                    Replace(1, _multiline ? "(?m:^)" : @"\A");
                    break;
                case '$':
                    _shape.Atom(takesEmpty: true);
                    Replace(1, _multiline ? "(?m:$)" : @"\z");
                    break;
                case '*' or '+' or '?':
                    _shape.Repeat(c == '+' ? 1 : 0, 1);
                    Copy(1);
                    break;
                case '{':
                    TranslateRepeat();
                    break;
                default:
                    _shape.Atom(takesEmpty: false);
                    Copy(1);
                    break;
            }
        }

        if (_outerMultiline.Count > 0)
        {
            throw new FormatException("missing closing )");
        }
    }

    private void TranslateClosing()
    {
        if (_outerMultiline.Count == 0)
        {
            throw new FormatException("unexpected ): none is open");
        }

        _shape.Close();
        _multiline = _outerMultiline.Pop();
        Copy(1);
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
            // An empty text has no word, and so no boundary of one.
            _shape.Atom(takesEmpty: c != 'b');
            Copy(2);
        }
        else if (c == 'Q')
        {
            // Each character is an atom; a repeat after them takes the last.
            var end = _pattern.IndexOf(@"\E", _position + 2, StringComparison.Ordinal);
            var literal = end < 0 ? _pattern.Substring(_position + 2) : _pattern.Substring(_position + 2, end - _position - 2);
            for (var i = 0; i < literal.Length; i++)
            {
                _shape.Atom(takesEmpty: false);
            }

            Replace(literal.Length + (end < 0 ? 2 : 4), Regex.Escape(literal));
        }
        else if (RegexEscapes.TryClass(_pattern, _position, out var inner, out var negated, out var length))
        {
            _shape.Atom(takesEmpty: false);
            Replace(length, (negated ? "[^" : "[") + inner + "]");
        }
        else
        {
            var character = RegexEscapes.Character(_pattern, _position, out length);
            _shape.Atom(takesEmpty: false);
            Replace(length, RegexEscapes.Literal(character));
        }
    }

    private void TranslateGroup()
    {
        _outerMultiline.Push(_multiline);
        _shape.Open();
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
        _position = RegexFlags.Read(_pattern, _position + 2, ref _multiline, out var opensGroup, out var translated);
        _result.Append(translated);
        if (!opensGroup)
        {
            // They hold for the rest of the enclosing group, so this was no group of its own.
            _outerMultiline.Pop();
            _shape.Forget();
        }
    }

    private void TranslateRepeat()
    {
        if (RegexRepeat.TryRead(_pattern, _position, out var least, out var counted, out var length))
        {
            _shape.Repeat(least, counted);
            Copy(length);
        }
        else
        {
            _shape.Atom(takesEmpty: false);
            Replace(1, @"\{");
        }
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
