using System.Globalization;
using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Templates.Execution;

/// <summary>Go's fmt.Sprintf, with its way of writing mistakes into the text: <c>%!d(float64=1.5)</c>.</summary>
internal sealed class GoPrintf
{
    // What a template may make of a width or precision; Go has a limit of a million.
    private const int Widest = 1000;

    private readonly string _format;
    private readonly IReadOnlyList<object?> _arguments;
    private readonly BoundedText _result = new();
    private int _position;
    private int _next;
    private bool _reordered;
    private bool _badIndex;

    private GoPrintf(string format, IReadOnlyList<object?> arguments) => (_format, _arguments) = (format, arguments);

    public static string Format(string format, IReadOnlyList<object?> arguments) => new GoPrintf(format, arguments).Run();

    private string Run()
    {
        while (_position < _format.Length)
        {
            var percent = _format.IndexOf('%', _position);
            var end = percent < 0 ? _format.Length : percent;
            _result.Append(_format[_position..end]);
            _position = end + 1;
            if (percent >= 0)
            {
                Directive();
            }
        }

        // Go does not count what was left out by one who chose arguments by number.
        if (_next < _arguments.Count && !_reordered)
        {
            var extra = _arguments.Skip(_next).Select(static argument => $"{Values.Type(argument)}={GoPrint.Text(argument)}");
            _result.Append($"%!(EXTRA {string.Join(", ", extra)})");
        }

        return _result.ToString();
    }

    private void Directive()
    {
        var flags = new FormatFlags();
        while (_position < _format.Length && flags.Take(_format[_position]))
        {
            _position++;
        }

        _badIndex = false;
        ReadIndex();
        flags.Width = ReadNumber();
        if (_position < _format.Length && _format[_position] == '.')
        {
            _position++;
            ReadIndex();
            flags.Precision = ReadNumber() ?? 0;
        }

        ReadIndex();
        if (_position >= _format.Length)
        {
            _result.Append("%!(NOVERB)");
            return;
        }

        var verb = _format[_position++];
        if (verb == '%')
        {
            _result.Append('%');
        }
        else if (_badIndex)
        {
            _result.Append($"%!{verb}(BADINDEX)");
        }
        else if (_next >= _arguments.Count)
        {
            _result.Append($"%!{verb}(MISSING)");
        }
        else
        {
            _result.Append(GoVerbs.Format(verb, _arguments[_next++], flags));
        }
    }

    // %[2]s takes the second argument, and the verbs after it those that follow.
    private void ReadIndex()
    {
        if (_position >= _format.Length || _format[_position] != '[')
        {
            return;
        }

        _reordered = true;
        var close = _format.IndexOf(']', _position);
        var digits = close < 0 ? [] : _format.AsSpan(_position + 1, close - _position - 1);
        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= _arguments.Count)
        {
            _next = number - 1;
        }
        else
        {
            _badIndex = true;
        }

        _position = close < 0 ? _position + 1 : close + 1;
    }

    private int? ReadNumber()
    {
        if (_position < _format.Length && _format[_position] == '*')
        {
            _position++;
            return _next < _arguments.Count && _arguments[_next++] is long given ? (int)Math.Clamp(given, 0, Widest) : null;
        }

        var start = _position;
        while (_position < _format.Length && Characters.IsDigit(_format[_position]))
        {
            _position++;
        }

        return _position == start ? null
            : int.TryParse(_format.AsSpan(start, _position - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, Widest) : Widest;
    }
}
