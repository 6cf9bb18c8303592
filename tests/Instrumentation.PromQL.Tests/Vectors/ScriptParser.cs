using System.Text.RegularExpressions;
using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Tests.Vectors;

/// <summary>Reads the test scripts of promql/promqltest; their README describes the format.</summary>
public sealed partial class ScriptParser
{
    private readonly string[] _lines;
    private int _next;

    private ScriptParser(string text) => _lines = [.. text.Split('\n').Select(static line => line.Trim()).Select(static line => line.StartsWith('#') ? "" : line)];

    public static List<Command> Parse(string text)
    {
        var parser = new ScriptParser(text);
        var commands = new List<Command>();
        while (parser._next < parser._lines.Length)
        {
            if (parser._lines[parser._next].Length == 0)
            {
                parser._next++;
                continue;
            }

            var line = parser._next + 1;
            try
            {
                commands.Add(parser.ParseCommand());
            }
            catch (Exception exception) when (exception is FormatException or ParseException)
            {
                throw new FormatException($"line {line}: {exception.Message}", exception);
            }
        }

        return commands;
    }

    private Command ParseCommand()
    {
        var number = _next + 1;
        var line = _lines[_next++];
        if (line == "clear")
        {
            return new ClearCommand(number);
        }

        if (Load().Match(line) is { Success: true } load)
        {
            return ParseLoad(number, Duration(load.Groups["step"].Value), load.Groups["nhcb"].Success);
        }

        if (Instant().Match(line) is { Success: true } instant)
        {
            var at = Duration(instant.Groups["at"].Value);
            return ParseExpectations(new EvalCommand(number, instant.Groups["query"].Value, false, at, at, 0, Expect(instant.Groups["mode"].Value)));
        }

        if (Range().Match(line) is { Success: true } range)
        {
            return ParseExpectations(new EvalCommand(
                number,
                range.Groups["query"].Value,
                true,
                Duration(range.Groups["from"].Value),
                Duration(range.Groups["to"].Value),
                Duration(range.Groups["step"].Value),
                Expect(range.Groups["mode"].Value)));
        }

        throw new FormatException($"not a command: {line}");
    }

    private static Expectations Expect(string mode) => new()
    {
        Fails = mode == "fail",
        Warns = mode == "warn",
        Informs = mode == "info",
        Ordered = mode == "ordered",
    };

    private LoadCommand ParseLoad(int number, long step, bool withNativeHistograms)
    {
        var series = new List<(SeriesLine, SeriesLine?)>();
        SeriesLine? startTimes = null;
        for (; _next < _lines.Length && _lines[_next].Length > 0; _next++)
        {
            if (SeriesLine.HasStartTimes(_lines[_next]))
            {
                startTimes = SeriesLine.ParseStartTimes(_lines[_next]);
                continue;
            }

            series.Add((SeriesLine.Parse(_lines[_next]), startTimes));
            startTimes = null;
        }

        return new LoadCommand(number, step, withNativeHistograms, series);
    }

    private EvalCommand ParseExpectations(EvalCommand command)
    {
        var expected = command.Expected;
        for (; _next < _lines.Length && _lines[_next].Length > 0; _next++)
        {
            var line = _lines[_next];
            if (ExpectationParser.TryParse(line, expected))
            {
                continue;
            }

            if (TryNumber(line, out var scalar))
            {
                expected.Scalar = scalar;
                continue;
            }

            expected.Series.Add(SeriesLine.Parse(line));
        }

        return expected.RangeVector is { } range ? command with { Start = range.End, End = range.End } : command;
    }

    private static bool TryNumber(string text, out double value)
    {
        value = 0;
        if (text.Contains(' ', StringComparison.Ordinal) || !Numbers.TryParse(text.TrimStart('+', '-'), out value))
        {
            return false;
        }

        value = text.StartsWith('-') ? -value : value;
        return true;
    }

    internal static long Duration(string text) =>
        DurationText.TryParse(text.Trim(), out var milliseconds) ? milliseconds : throw new FormatException($"not a duration: {text}");

    [GeneratedRegex(@"^load(?<nhcb>_with_nhcb)?\s+(?<step>.+?)$")]
    private static partial Regex Load();

    [GeneratedRegex(@"^eval(_(?<mode>fail|warn|ordered|info))?\s+instant\s+(at\s+(?<at>.+?))?\s+(?<query>.+)$")]
    private static partial Regex Instant();

    [GeneratedRegex(@"^eval(_(?<mode>fail|warn|info))?\s+range\s+from\s+(?<from>.+)\s+to\s+(?<to>.+)\s+step\s+(?<step>.+?)\s+(?<query>.+)$")]
    private static partial Regex Range();
}
