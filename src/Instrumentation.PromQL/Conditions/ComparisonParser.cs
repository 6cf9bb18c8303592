using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Conditions;

/// <summary>Reads one comparison of a condition in shorthand: <c>p95 &gt; 100ms over 10m</c>, or <c>p95 over 10m &gt; 100ms</c>.</summary>
internal sealed class ComparisonParser(ConditionCursor cursor, ConditionSubject subject)
{
    private readonly ComparisonMaker _maker = new(cursor, subject);

    /// <exception cref="ConditionException">What comes next is no comparison.</exception>
    public (string PromQL, Assertion Assertion) Parse(TimeSpan? outerWindow)
    {
        var start = cursor.Next.Range.Start;
        if (ComparedNumber.IsNext(cursor))
        {
            var value = ComparedNumber.Take(cursor);
            var turned = TakeOperator();
            var shorthand = ComparedShorthand.Take(cursor, subject);
            var window = cursor.TryTakeWindow();
            return _maker.Make(shorthand, ComparisonOperators.Turned(turned), value, window ?? outerWindow, start);
        }
        else
        {
            var shorthand = ComparedShorthand.Take(cursor, subject);
            var window = cursor.TryTakeWindow();
            if (cursor.Next.Kind != ConditionTokenKind.Comparison)
            {
                throw MissingComparison(shorthand);
            }

            var comparison = TakeOperator();
            var value = ComparedNumber.Take(cursor);
            window ??= cursor.TryTakeWindow();
            return _maker.Make(shorthand, comparison, value, window ?? outerWindow, start);
        }
    }

    private BinaryOperator TakeOperator()
    {
        if (cursor.Next.Kind != ConditionTokenKind.Comparison)
        {
            throw new ConditionException(ConditionProblem.Syntax, cursor.NextPlace, "a comparison is missing here: >, <, >=, <=, == or !=");
        }

        var token = cursor.Take();
        return ComparisonOperators.Read(token, out var comparison) is { } wrong ? throw wrong : comparison;
    }

    private ConditionException MissingComparison(ComparedShorthand left)
    {
        var next = cursor.Next;
        if (next.Kind == ConditionTokenKind.Number)
        {
            return new(ConditionProblem.Syntax, next.Range, $"a comparison is missing before '{next.Text}', as in {left.Token.Text} > {next.Text}");
        }

        if (next.Kind == ConditionTokenKind.Arithmetic)
        {
            return new(ConditionProblem.Syntax, next.Range, "shorthands cannot be calculated with; write the condition in PromQL");
        }

        if (next.Is("offset"))
        {
            return new(ConditionProblem.Syntax, next.Range, "shorthands have no offset; write the condition in PromQL");
        }

        if (left.Shorthand is null && cursor.Errors.Count > 0)
        {
            // What is no shorthand has been said already; what should follow it depends on what was meant.
            var error = cursor.Errors[cursor.Errors.Count - 1];
            cursor.Errors.RemoveAt(cursor.Errors.Count - 1);
            return new(error);
        }

        if (next.Is("by"))
        {
            return new(ConditionProblem.Syntax, next.Range, "labels to look at apart go into the attribute, as in By = [\"region\"]");
        }

        if (next.Kind == ConditionTokenKind.Other || (next.Kind == ConditionTokenKind.Word && !next.Is("and") && !next.Is("or") && !next.Is("unless")))
        {
            return new(ConditionProblem.Syntax, next.Range, $"unexpected '{next.Text}'; after '{left.Token.Text}' comes a comparison: >, <, >=, <=, == or !=");
        }

        var example = left.Shorthand?.Figure switch
        {
            Figure.ErrorRatio => "> 5%",
            Figure.Quantile or Figure.Mean => "> 100ms",
            Figure.Rate => "> 100/s",
            _ => "> 10",
        };
        return new(ConditionProblem.Syntax, left.Token.Range, $"'{left.Token.Text}' is compared with nothing; write for example {left.Token.Text} {example}");
    }
}
