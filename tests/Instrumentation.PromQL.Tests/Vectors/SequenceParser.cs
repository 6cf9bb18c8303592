using System.Globalization;
using System.Text.RegularExpressions;
using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Tests.Vectors;

/// <summary>Values of a series line: <c>1 2+3x2 _ stale</c>, and <c>{{…}}</c> for native histograms.</summary>
public static partial class SequenceParser
{
    public static List<SequenceValue> Parse(string text, Func<string, double> number)
    {
        var values = new List<SequenceValue>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var length = HistogramSequence.Read(text[at..], values);
            if (length == 0)
            {
                var end = text.IndexOfAny([' ', '\t'], at);
                length = (end < 0 ? text.Length : end) - at;
                Append(text.Substring(at, length), number, values);
            }

            at += length;
        }

        return values;
    }

    /// <summary>A plain number, or NaN, or an infinity.</summary>
    public static double Number(string text)
    {
        var negative = text.StartsWith('-');
        var digits = text.TrimStart('+', '-');
        return Numbers.TryParse(digits, out var value) ? (negative ? -value : value) : throw new FormatException($"not a number: {text}");
    }

    /// <summary>A signed duration in milliseconds, for start times.</summary>
    public static double Milliseconds(string text)
    {
        var negative = text.StartsWith('-');
        return DurationText.TryParse(text.TrimStart('+', '-'), out var value) ? (negative ? -value : value) : throw new FormatException($"not a duration: {text}");
    }

    private static void Append(string item, Func<string, double> number, List<SequenceValue> values)
    {
        var match = Item().Match(item);
        if (!match.Success)
        {
            throw new FormatException($"not a value: {item}");
        }

        var start = match.Groups["start"].Value;
        var times = match.Groups["times"].Success ? int.Parse(match.Groups["times"].Value, CultureInfo.InvariantCulture) : 0;
        if (start == "_")
        {
            values.AddRange(Enumerable.Repeat(new SequenceValue(0, IsOmitted: true), Math.Max(1, times)));
            return;
        }

        var value = start == "stale" ? SpecialValues.Stale : number(start);
        var step = match.Groups["step"].Success ? number(match.Groups["step"].Value) : 0;
        for (var i = 0; i <= times; i++)
        {
            values.Add(new SequenceValue(value));
            value = match.Groups["step"].Success ? value + step : value;
        }
    }

    [GeneratedRegex(
        @"^(?<start>_|stale|[+-]?([0-9.][0-9._]*([eE][+-]?[0-9]+)?([smhdwy][0-9smhdwy]*)?|inf|nan))(?<step>[+-]([0-9.][0-9._]*([eE][+-]?[0-9]+)?([smhdwy][0-9smhdwy]*)?|inf|nan))?(x(?<times>[0-9]+))?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Item();
}
