using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Parsing.Syntax;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Tests.Vectors;

/// <summary>A series with its values: <c>metric{a="b"} 1 2 3</c>.</summary>
public sealed record SeriesLine(Labels Labels, IReadOnlyList<SequenceValue> Values)
{
    public static SeriesLine Parse(string line)
    {
        var end = EndOfMetric(line);
        return new SeriesLine(ParseLabels(line[..end]), SequenceParser.Parse(line[end..], SequenceParser.Number));
    }

    /// <summary>Parses start times, which are distances from each sample's time: <c>metric@st -1mx15</c>.</summary>
    public static SeriesLine ParseStartTimes(string line)
    {
        var end = line.IndexOf("@st", StringComparison.Ordinal);
        return new SeriesLine(ParseLabels(line[..end]), SequenceParser.Parse(line[(end + 3)..], SequenceParser.Milliseconds));
    }

    public static bool HasStartTimes(string line) => line.AsSpan(0, EndOfMetric(line)).TrimEnd().EndsWith("@st") || line[EndOfMetric(line)..].StartsWith("@st", StringComparison.Ordinal);

    private static Labels ParseLabels(string text)
    {
        var result = PromQLParser.ParseSelector(text);
        return result.Success
            ? Labels.From(((VectorSelector)result.Expression!).Matchers.Select(static matcher => new Label(matcher.Name, matcher.Value)))
            : throw new ParseException(result);
    }

    private static int EndOfMetric(string line)
    {
        var quote = '\0';
        var inBraces = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (quote != '\0')
            {
                i += c == '\\' && quote != '`' ? 1 : 0;
                quote = c == quote ? '\0' : quote;
            }
            else if (inBraces && c is ('"' or '\'' or '`'))
            {
                quote = c;
            }
            else if (c == '{')
            {
                inBraces = true;
            }
            else if (c == '}')
            {
                return i + 1;
            }
            else if (!inBraces && c is (' ' or '\t'))
            {
                return i;
            }
        }

        return line.Length;
    }
}
