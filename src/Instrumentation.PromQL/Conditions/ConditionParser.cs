using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Conditions;

/// <summary>Reads the conditions of alert rules: shorthands such as <c>p95 &gt; 100ms over 10m</c>, or PromQL. Static and thread-safe.</summary>
/// <remarks>
/// A text that has the form of a shorthand, be it a misspelt one, is read as a shorthand; anything else as PromQL. Inside one condition the two are not mixed.
/// </remarks>
public static class ConditionParser
{
    /// <summary>Reads a condition and expands what it says in shorthand.</summary>
    /// <param name="text">The condition.</param>
    /// <param name="subject">What shorthands stand for.</param>
    /// <param name="features">Which experimental parts of PromQL are accepted; none when left out, so that a stock Prometheus takes the result.</param>
    /// <returns>The expression or the mistakes; this never throws for a bad text.</returns>
    public static ConditionResult Parse(string text, ConditionSubject subject, ParserFeatures features = ParserFeatures.None)
    {
        if (text.Length > PromQLParser.LongestQuery)
        {
            return Failed(text, isShorthand: false, [
                new(ConditionProblem.Syntax, new(PromQLParser.LongestQuery, text.Length), $"the condition is longer than {PromQLParser.LongestQuery} characters"),
            ]);
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return Failed(text, isShorthand: false, [new(ConditionProblem.Syntax, new(0, text.Length), "the condition is empty")]);
        }

        var tokens = ConditionLexer.Read(text);
        return ShorthandRecognizer.IsShorthand(text, tokens, subject) ? Expand(text, tokens, subject) : PromQLConditionParser.Parse(text, features);
    }

    private static ConditionResult Expand(string text, List<ConditionToken> tokens, ConditionSubject subject)
    {
        var parser = new ShorthandParser(text, tokens, subject);
        if (parser.Parse() is not var (promQL, assertion) || parser.Errors.Count > 0)
        {
            return Failed(text, isShorthand: true, parser.Errors) with { Windows = parser.Windows };
        }

        var parsed = PromQLParser.Parse(promQL, ParserFeatures.None);
        if (!parsed.Success)
        {
            // Only a label in By, or a chain of hundreds of comparisons, can lead here; the text as a whole is what is wrong.
            return Failed(text, isShorthand: true, [new(ConditionProblem.Syntax, new(0, text.Length), parsed.Errors[0].Message)]);
        }

        var warnings = new List<ConditionError>();
        ConstantChecker.Check(assertion, warnings);
        return new()
        {
            Text = text,
            Expression = parsed.Expression,
            IsShorthand = true,
            Errors = warnings,
            Windows = parser.Windows,
            Assertion = assertion,
        };
    }

    private static ConditionResult Failed(string text, bool isShorthand, IEnumerable<ConditionError> errors) => new()
    {
        Text = text,
        IsShorthand = isShorthand,
        Errors = [.. errors.OrderBy(static error => error.Range.Start)],
    };
}
