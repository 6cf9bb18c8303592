using System.Text.RegularExpressions;
using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Tests.Vectors;

/// <summary>The <c>expect</c> lines of a script.</summary>
public static partial class ExpectationParser
{
    /// <summary>Reads a line if it is an expectation.</summary>
    public static bool TryParse(string line, Expectations expected)
    {
        if (RangeVector().Match(line) is { Success: true } range)
        {
            expected.RangeVector = (
                ScriptParser.Duration(range.Groups["from"].Value),
                ScriptParser.Duration(range.Groups["to"].Value),
                ScriptParser.Duration(range.Groups["step"].Value));
            return true;
        }

        const string TextPrefix = "expect string ";
        if (line.StartsWith(TextPrefix, StringComparison.Ordinal))
        {
            expected.Text = ((StringLiteral)PromQLParser.ParseOrThrow(line[TextPrefix.Length..])).Value;
            return true;
        }

        if (line.StartsWith("expected_fail_message", StringComparison.Ordinal))
        {
            expected.Failures.Add(new MessagePattern(line["expected_fail_message".Length..].Trim(), null));
            return true;
        }

        if (line.StartsWith("expected_fail_regexp", StringComparison.Ordinal))
        {
            expected.Failures.Add(new MessagePattern(null, new Regex(line["expected_fail_regexp".Length..].Trim())));
            return true;
        }

        if (Expect().Match(line) is not { Success: true } match)
        {
            return false;
        }

        Apply(match, expected);
        return true;
    }

    private static void Apply(Match match, Expectations expected)
    {
        var text = match.Groups["text"].Value.Trim();
        var pattern = match.Groups["how"].Value switch
        {
            "msg" => new MessagePattern(text, null),
            "regex" => new MessagePattern(null, new Regex(text)),
            _ => new MessagePattern(null, null),
        };
        switch (match.Groups["what"].Value)
        {
            case "ordered":
                expected.Ordered = true;
                break;
            case "fail":
                expected.Fails = true;
                expected.Failures.Add(pattern);
                break;
            case "warn":
                expected.Warnings.Add(pattern);
                break;
            case "info":
                expected.Infos.Add(pattern);
                break;
            case "no_warn":
                expected.NoWarning = true;
                break;
            default:
                expected.NoInfo = true;
                break;
        }
    }

    [GeneratedRegex(@"^expect\s+(?<what>ordered|fail|warn|no_warn|info|no_info)(\s+(?<how>regex|msg):(?<text>.+))?$")]
    private static partial Regex Expect();

    [GeneratedRegex(@"^expect range vector\s+from\s+(?<from>.+)\s+to\s+(?<to>.+)\s+step\s+(?<step>.+)$")]
    private static partial Regex RangeVector();
}
