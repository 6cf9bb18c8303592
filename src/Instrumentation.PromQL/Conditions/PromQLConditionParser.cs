using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Conditions;

/// <summary>Reads conditions that are PromQL, and says what of PromQL makes no sense in a condition.</summary>
internal static class PromQLConditionParser
{
    public static ConditionResult Parse(string text, ParserFeatures features)
    {
        var parsed = PromQLParser.Parse(text, features);
        if (!parsed.Success)
        {
            return new() { Text = text, Errors = [.. parsed.Errors.Select(error => OfParser(text, error))] };
        }

        var errors = new List<ConditionError>();
        CheckResult(parsed.Expression!, errors);
        foreach (var selector in ExpressionWalk.All(parsed.Expression!).OfType<VectorSelector>())
        {
            CheckMixed(selector, errors);
        }

        if (errors.Count > 0)
        {
            return new() { Text = text, Errors = errors };
        }

        var assertion = PromQLAssertions.Of(parsed.Expression!);
        QuantileChecker.Check(text, parsed.Expression!, errors);
        var isRefused = errors.Count > 0;
        PresenceChecker.Check(parsed.Expression!, errors);
        ConstantChecker.Check(assertion, errors);
        return new()
        {
            Text = text,
            Expression = isRefused ? null : parsed.Expression,
            Errors = [.. errors.OrderBy(static error => error.Range.Start)],
            Windows = [.. Windows(parsed.Expression!)],
            Assertion = assertion,
        };
    }

    private static ConditionError OfParser(string text, ParseError error)
    {
        var range = Visible(text, error.Range);
        var token = text.Substring(range.Start, range.End - range.Start);

        // 5MB and 5% come from shorthands; PromQL has durations and nothing else.
        var start = range.Start;
        while (start > 0 && (Characters.IsWord(text[start - 1]) || text[start - 1] == '.'))
        {
            start--;
        }

        if (token.Length > 0 && (error.Range.Start >= text.Length || Characters.IsDigit(token[0])))
        {
            var number = ConditionLexer.Read(text.Substring(start, range.End - start))[0];
            if (number.Kind == ConditionTokenKind.Number && QuantityReader.Read(number, out _) is { Base: UnitBase.Bytes or UnitBase.Ratio, PerSeconds: null } quantity)
            {
                var plain = Numbers.Format((double)quantity.Value);
                return new(
                    ConditionProblem.WrongUnit, new(start, start + number.Text.Length), $"PromQL has no unit for '{number.Text}'; write {plain}") { Replacement = plain };
            }
        }

        return error.Replacement is null && ParserCorrections.Find(text, range) is var (place, meant)
            ? new(ConditionProblem.Syntax, place, error.Message.Contains("write ") ? error.Message : $"{error.Message}; did you mean {meant}?") { Replacement = meant }
            : new(ConditionProblem.Syntax, range, error.Message) { Replacement = error.Replacement };
    }

    /// <summary>An end of input is nothing that could be underlined: the last word is.</summary>
    private static SourceRange Visible(string text, SourceRange range)
    {
        if (range.End > range.Start)
        {
            return range;
        }

        var end = Math.Min(range.Start, text.Length);
        while (end > 0 && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        var start = end;
        while (start > 0 && Characters.IsWord(text[start - 1]))
        {
            start--;
        }

        return start < end ? new(start, end) : new(Math.Max(0, end - 1), end);
    }

    private static void CheckResult(Expression expression, List<ConditionError> errors)
    {
        if (expression.Kind is ValueKind.RangeVector or ValueKind.String)
        {
            errors.Add(new(
                ConditionProblem.Syntax,
                expression.Range,
                expression.Kind == ValueKind.String
                    ? "a text is no condition; compare a metric with a number"
                    : "a range of samples is no condition; put rate(…), max_over_time(…) or another function of ranges around it and compare that with a number"));
        }
    }

    private static void CheckMixed(VectorSelector selector, List<ConditionError> errors)
    {
        // A metric named p95 may exist; without braces and beside PromQL it is far more often a shorthand.
        if (selector.Name is { } name && selector.Matchers.Count == 1 && (ShorthandTable.TryFind(name, out _) || ConditionLexer.IsPercentile(name)))
        {
            errors.Add(new(
                ConditionProblem.UnknownShorthand,
                selector.Range,
                $"the shorthand '{name}' cannot be mixed with PromQL; write all of the condition in one of them (a metric of that name is {{__name__=\"{name}\"}})"));
        }
    }

    private static IEnumerable<ConditionWindow> Windows(Expression expression)
    {
        foreach (var node in ExpressionWalk.All(expression).OfType<CallExpression>())
        {
            foreach (var matrix in node.Arguments.OfType<MatrixSelector>())
            {
                if (matrix.Duration is DurationLiteral length)
                {
                    var needsSamples = node.Function.Name is "rate" or "increase" or "irate" or "delta" or "idelta" or "deriv" or "predict_linear"
                        or "changes" or "resets" or "double_exponential_smoothing";
                    yield return new(TimeSpan.FromMilliseconds(length.Milliseconds), length.Range, needsSamples);
                }
            }
        }
    }
}
