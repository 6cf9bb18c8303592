using System.Globalization;
using System.Text;
using Instrumentation.PromQL.Evaluation;
using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Templates.Execution;

/// <summary>The verbs of Go's fmt package: how one value is written.</summary>
internal static class GoVerbs
{
    public static string Format(char verb, object? value, FormatFlags flags)
    {
        // What is no number is not filled up with zeros.
        var text = Text(verb, value, flags);
        return flags.Pad(text, mayBeZeros: value is not double number || double.IsFinite(number));
    }

    private static string Text(char verb, object? value, FormatFlags flags) => (verb, value) switch
    {
        ('v' or 's', string text) => Cut(text, flags.Precision),
        ('v' or 'g' or 'G', double number) => flags.Sign(number, General(number, flags.Precision, verb)),
        ('v' or 'd', long number) => flags.Sign(number, number.ToString(CultureInfo.InvariantCulture)),
        ('v', _) => GoPrint.Text(value),
        ('s', DateTimeOffset or TimeSpan or GoName or Labels or IReadOnlyDictionary<string, object?>) => GoPrint.Text(value),
        ('q', string text) => StringLiterals.Quote(text),
        ('t', bool) => GoPrint.Text(value),
        ('d', TimeSpan duration) => (duration.Ticks * TimeSpan.NanosecondsPerTick).ToString(CultureInfo.InvariantCulture),
        ('d', GoName name) => name.Number.ToString(CultureInfo.InvariantCulture),
        ('x', long number) => Signed(number, static magnitude => magnitude.ToString("x", CultureInfo.InvariantCulture)),
        ('X', long number) => Signed(number, static magnitude => magnitude.ToString("X", CultureInfo.InvariantCulture)),
        ('b', long number) => Signed(number, static magnitude => magnitude.ToString("b", CultureInfo.InvariantCulture)),
        ('o', long number) => Signed(number, static magnitude => Convert.ToString((long)magnitude, 8)),
        ('c', long number) when number is >= 0 and < 0xD800 or > 0xDFFF and <= 0x10FFFF => char.ConvertFromUtf32((int)number),
        ('U', long number) when number >= 0 => "U+" + number.ToString("X4", CultureInfo.InvariantCulture),
        ('x', string text) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text)),
        ('X', string text) => Convert.ToHexString(Encoding.UTF8.GetBytes(text)),
        ('f' or 'F', double number) => flags.Sign(number, Fixed(number, flags.Precision ?? 6)),
        ('e' or 'E', double number) => flags.Sign(number, Scientific(number, flags.Precision ?? 6, verb)),
        ('T', _) => Values.Type(value),
        (_, null) => $"%!{verb}(<nil>)",
        _ => $"%!{verb}({Values.Type(value)}={GoPrint.Text(value)})",
    };

    private static string Signed(long number, Func<ulong, string> write) => number < 0 ? "-" + write((ulong)-number) : write((ulong)number);

    private static string General(double value, int? precision, char verb)
    {
        var text = GoFormat.General(value, precision is { } digits ? Math.Max(1, digits) : -1);
        return verb == 'G' ? text.Replace('e', 'E') : text;
    }

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
