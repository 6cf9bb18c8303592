using System.Globalization;
using System.Text;
using Instrumentation.PromQL.Evaluation;
using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Templates.Execution;

/// <summary>Go's fmt.Sprintf, with its way of writing mistakes into the text: <c>%!d(float64=1.5)</c>.</summary>
internal static class GoPrintf
{
    // What a template may make of a width or precision; Go has a limit of a million.
    private const int Widest = 1000;

    public static string Format(string format, IReadOnlyList<object?> arguments)
    {
        var result = new StringBuilder();
        var next = 0;
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%')
            {
                result.Append(format[i]);
                continue;
            }

            var flags = new FormatFlags();
            for (i++; i < format.Length && flags.Take(format[i]); i++)
            {
            }

            flags.Width = ReadNumber(format, ref i, arguments, ref next);
            if (i < format.Length && format[i] == '.')
            {
                i++;
                flags.Precision = ReadNumber(format, ref i, arguments, ref next) ?? 0;
            }

            if (i >= format.Length)
            {
                result.Append("%!(NOVERB)");
            }
            else if (format[i] == '%')
            {
                result.Append('%');
            }
            else if (next >= arguments.Count)
            {
                result.Append(CultureInfo.InvariantCulture, $"%!{format[i]}(MISSING)");
            }
            else
            {
                result.Append(flags.Pad(Verb(format[i], arguments[next++], flags)));
            }
        }

        if (next < arguments.Count)
        {
            var extra = arguments.Skip(next).Select(static argument => $"{Values.Type(argument)}={Values.Print(argument)}");
            result.Append(CultureInfo.InvariantCulture, $"%!(EXTRA {string.Join(", ", extra)})");
        }

        return result.ToString();
    }

    private static int? ReadNumber(string format, ref int i, IReadOnlyList<object?> arguments, ref int next)
    {
        if (i < format.Length && format[i] == '*')
        {
            i++;
            return next < arguments.Count && arguments[next++] is long given ? (int)Math.Clamp(given, 0, Widest) : null;
        }

        var start = i;
        while (i < format.Length && Characters.IsDigit(format[i]))
        {
            i++;
        }

        return i == start ? null
            : int.TryParse(format.AsSpan(start, i - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, Widest) : Widest;
    }

    private static string Verb(char verb, object? value, FormatFlags flags) => (verb, value) switch
    {
        ('v', double number) => flags.Sign(number, GoFormat.General(number)),
        ('v' or 's', string text) => Cut(text, flags.Precision),
        ('v', _) => Values.Print(value),
        ('s', DateTimeOffset or TimeSpan) => Values.Print(value),
        ('q', string text) => StringLiterals.Quote(text),
        ('t', bool) => Values.Print(value),
        ('d', long number) => flags.Sign(number, number.ToString(CultureInfo.InvariantCulture)),
        ('x', long number) => number < 0 ? "-" + (-number).ToString("x", CultureInfo.InvariantCulture) : number.ToString("x", CultureInfo.InvariantCulture),
        ('X', long number) => number < 0 ? "-" + (-number).ToString("X", CultureInfo.InvariantCulture) : number.ToString("X", CultureInfo.InvariantCulture),
        ('b', long number) => Convert.ToString(number, 2),
        ('o', long number) => Convert.ToString(number, 8),
        ('c', long number) when number is >= 0 and < 0xD800 or > 0xDFFF and <= 0x10FFFF => char.ConvertFromUtf32((int)number),
        ('x', string text) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text)),
        ('f' or 'F', double number) => flags.Sign(number, Fixed(number, flags.Precision ?? 6)),
        ('e' or 'E', double number) => flags.Sign(number, Scientific(number, flags.Precision ?? 6, verb)),
        ('g' or 'G', double number) => flags.Sign(number, GoFormat.General(number, flags.Precision is { } precision ? Math.Max(1, precision) : -1)),
        ('T', _) => Values.Type(value),
        _ => $"%!{verb}({Values.Type(value)}={Values.Print(value)})",
    };

    private static string Fixed(double value, int precision) =>
        double.IsFinite(value) ? value.ToString("F" + precision, CultureInfo.InvariantCulture) : Numbers.Format(value);

    private static string Scientific(double value, int precision, char verb)
    {
        if (!double.IsFinite(value))
        {
            return Numbers.Format(value);
        }

        var text = value.ToString("E" + precision, CultureInfo.InvariantCulture);
        var at = text.IndexOf('E', StringComparison.Ordinal);
        var exponent = int.Parse(text.AsSpan(at + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return $"{text[..at]}{verb}{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture)}";
    }

    private static string Cut(string text, int? precision) => precision is { } most && most < text.Length ? text[..most] : text;
}
