using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Conditions;

/// <summary>Reads one comparison of a condition in shorthand: <c>p95 &gt; 100ms over 10m</c>, or <c>p95 over 10m &gt; 100ms</c>.</summary>
internal sealed class ComparisonParser(List<ConditionToken> tokens, ConditionSubject subject)
{
    /// <summary>How far a condition looks back when it does not say.</summary>
    public static readonly TimeSpan DefaultWindow = TimeSpan.FromMinutes(5);

    private int _position;

    public List<ConditionError> Errors { get; } = [];

    public List<ConditionWindow> Windows { get; } = [];

    public ConditionToken Next => tokens[_position];

    /// <summary>Whether a number follows the next token, as it does after <c>over</c>.</summary>
    public bool IsNumberAfterNext => _position + 1 < tokens.Count && tokens[_position + 1].Kind == ConditionTokenKind.Number;

    public ConditionToken Take() => tokens[_position < tokens.Count - 1 ? _position++ : _position];

    public (string PromQL, Assertion Assertion) Parse(TimeSpan? outerWindow)
    {
        var start = Next.Range.Start;
        if (Next.Kind == ConditionTokenKind.Number || IsSign(Next))
        {
            var value = TakeNumber();
            var turned = TakeOperator();
            var shorthand = TakeShorthand();
            var window = TryTakeWindow();
            return Compare(shorthand, Turned(turned), value, window ?? outerWindow, start);
        }
        else
        {
            var shorthand = TakeShorthand();
            var window = TryTakeWindow();
            if (Next.Kind != ConditionTokenKind.Comparison)
            {
                throw MissingComparison(shorthand);
            }

            var comparison = TakeOperator();
            var value = TakeNumber();
            window ??= TryTakeWindow();
            return Compare(shorthand, comparison, value, window ?? outerWindow, start);
        }
    }

    /// <summary>The window after the parenthesis that closes this one.</summary>
    public TimeSpan? FindWindowAfter(ConditionToken open)
    {
        var depth = 1;
        for (var i = _position; i < tokens.Count; i++)
        {
            depth += tokens[i].Kind switch { ConditionTokenKind.LeftParen => 1, ConditionTokenKind.RightParen => -1, _ => 0 };
            if (depth == 0)
            {
                return i + 2 < tokens.Count && tokens[i + 1].Is("over")
                    && DurationText.TryParse(tokens[i + 2].Text, out var milliseconds) && milliseconds > 0
                    ? TimeSpan.FromMilliseconds(milliseconds)
                    : null;
            }
        }

        return null;
    }

    /// <summary>Takes <c>over</c> and a duration, if that comes next.</summary>
    public TimeSpan? TryTakeWindow()
    {
        if (!Next.Is("over"))
        {
            return null;
        }

        var over = Take();
        var window = WindowParser.Read(over, Next);
        Take();
        Windows.Add(window);
        return window.Length;
    }

    /// <summary>The operator of a token, or what is wrong with it.</summary>
    public static ConditionException? Operator(ConditionToken token, out BinaryOperator comparison)
    {
        comparison = BinaryOperator.Equal;
        var meant = token.Text switch
        {
            "=" or "===" => "==",
            "=>" or "≥" => ">=",
            "=<" or "≤" => "<=",
            "<>" or "≠" or "!==" or "!" => "!=",
            ">>" => ">",
            "<<" => "<",
            "&&" or "&" => "and",
            "||" or "|" => "or",
            _ => null,
        };
        if (meant is null)
        {
            comparison = token.Text switch
            {
                ">" => BinaryOperator.Greater,
                "<" => BinaryOperator.Less,
                ">=" => BinaryOperator.GreaterOrEqual,
                "<=" => BinaryOperator.LessOrEqual,
                "!=" => BinaryOperator.NotEqual,
                _ => BinaryOperator.Equal,
            };
            return token.Text is ">" or "<" or ">=" or "<=" or "!=" or "=="
                ? null
                : new(ConditionProblem.Syntax, token.Range, $"there is no operator '{token.Text}'; there are >, <, >=, <=, == and !=");
        }

        return new(new ConditionError(ConditionProblem.Syntax, token.Range, $"there is no operator '{token.Text}'; did you mean {meant}?") { Replacement = meant });
    }

    private (string PromQL, Assertion Assertion) Compare(
        (Shorthand? Shorthand, ConditionToken Token) left, BinaryOperator comparison, (Quantity? Quantity, ConditionToken Token) right, TimeSpan? window, int start)
    {
        if (left.Shorthand is not { } shorthand || right.Quantity is not { } quantity)
        {
            return ("", new UnknownAssertion());
        }

        CheckWindow(shorthand, start);
        if (subject.By.Contains("error") && shorthand.Figure != Figure.Errors)
        {
            // Divided by calls, which have no such label, failures by type would never have a result.
            Errors.Add(new(
                ConditionProblem.UnknownLabel, left.Token.Range, $"only errors can be looked at by the label 'error', and {shorthand.Name} has no such label; take it out of By"));
            return ("", new UnknownAssertion());
        }

        var measure = Figures.MeasureOf(shorthand, subject, quantity);
        if (quantity.In(measure) is not { } value)
        {
            Errors.Add(WrongUnit(shorthand, measure, quantity, right.Token));
            return ("", new UnknownAssertion());
        }

        var needsZero = comparison is not (BinaryOperator.Greater or BinaryOperator.GreaterOrEqual) && !subject.By.Contains("error");
        var length = window ?? DefaultWindow;
        var expanded = Expander.Expand(shorthand, subject, length, shorthand.IsCount && quantity.PerSeconds is not null, needsZero);
        var (least, most, why) = Figures.RangeOf(shorthand, subject);
        var range = new SourceRange(start, tokens[_position - 1].Range.End);
        return ($"{expanded} {comparison.Symbol()} {Numbers.Format(value)}",
            new ComparisonAssertion(expanded, shorthand.Name, comparison, value, least, most, why, range)
            {
                ValueText = right.Token.Text,
                ValueRange = right.Token.Range,
            });
    }

    private void CheckWindow(Shorthand shorthand, int start)
    {
        var last = Windows.Count - 1;
        if (last < 0 || Windows[last].Range.Start < start)
        {
            return;
        }

        if (!shorthand.HasWindow)
        {
            Errors.Add(new(
                ConditionProblem.WrongKind,
                Windows[last].Range,
                $"{shorthand.Name} is what it is at the moment and has no window"
                + (shorthand.Figure == Figure.Value ? "; write mean, min or max for one" : "")));
        }
        else if (subject.Kind is SubjectKind.Gauge or SubjectKind.UpDownCounter)
        {
            Windows[last] = Windows[last] with { NeedsSamples = false };
        }
    }

    private ConditionError WrongUnit(Shorthand shorthand, Measure measure, Quantity quantity, ConditionToken token)
    {
        // 5MB where 5MB/s is meant, and the other way round, are the mistakes that have one correction.
        string? meant = null;
        if (measure.IsPerTime && quantity.PerSeconds is null && quantity.Base == measure.Base)
        {
            meant = token.Text + "/s";
        }
        else if (!measure.IsPerTime && quantity.PerSeconds is not null && (quantity.Base ?? UnitBase.Count) == measure.Base)
        {
            meant = token.Text.IndexOf("/", StringComparison.Ordinal) is >= 0 and var stroke ? token.Text.Substring(0, stroke) : null;
        }

        var of = subject.Kind == SubjectKind.Operation ? "" : $" of {subject.Display}";
        return new(
            ConditionProblem.WrongUnit,
            token.Range,
            $"{shorthand.Name}{of} is {measure.Describe()}; {token.Text} is none{(meant is null ? "" : $"; did you mean {meant}?")}")
        {
            Replacement = meant,
        };
    }

    private (Shorthand? Shorthand, ConditionToken Token) TakeShorthand()
    {
        var token = Next;
        if (token.Kind != ConditionTokenKind.Word || token.Is("and") || token.Is("or") || token.Is("unless") || token.Is("over"))
        {
            throw MissingShorthand(token);
        }

        Take();
        var error = ShorthandErrors.Find(token, subject);
        if (error is not null)
        {
            Errors.Add(error);
            return (null, token);
        }

        ShorthandTable.TryFind(token.Text, out var shorthand);
        return (shorthand, token);
    }

    private ConditionException MissingShorthand(ConditionToken token)
    {
        var list = subject.Kind == SubjectKind.None ? "p95 or error_ratio" : ShorthandTable.List(subject.Kind);
        return token.Kind switch
        {
            ConditionTokenKind.End => new(ConditionProblem.Syntax, Before(token), $"something to compare is missing at the end; there are {list}"),
            ConditionTokenKind.Comparison when Operator(token, out _) is { } wrong => wrong,
            ConditionTokenKind.Number => new(ConditionProblem.Syntax, token.Range, $"a number cannot be compared with a number; one side is one of {list}"),
            _ => new(ConditionProblem.Syntax, token.Range, $"something to compare is missing before '{token.Text}'; there are {list}"),
        };
    }

    private ConditionException MissingComparison((Shorthand? Shorthand, ConditionToken Token) left)
    {
        if (Next.Kind == ConditionTokenKind.Number)
        {
            return new(ConditionProblem.Syntax, Next.Range, $"a comparison is missing before '{Next.Text}', as in {left.Token.Text} > {Next.Text}");
        }

        if (Next.Kind == ConditionTokenKind.Arithmetic)
        {
            return new(ConditionProblem.Syntax, Next.Range, "shorthands cannot be calculated with; write the condition in PromQL");
        }

        if (Next.Is("offset"))
        {
            return new(ConditionProblem.Syntax, Next.Range, "shorthands have no offset; write the condition in PromQL");
        }

        if (left.Shorthand is null && Errors.Count > 0)
        {
            // What is no shorthand has been said already; what should follow it depends on what was meant.
            var error = Errors[Errors.Count - 1];
            Errors.RemoveAt(Errors.Count - 1);
            return new(error);
        }

        if (Next.Is("by"))
        {
            return new(ConditionProblem.Syntax, Next.Range, "labels to look at apart go into the attribute, as in By = [\"region\"]");
        }

        if (Next.Kind == ConditionTokenKind.Other || (Next.Kind == ConditionTokenKind.Word && !Next.Is("and") && !Next.Is("or") && !Next.Is("unless")))
        {
            return new(ConditionProblem.Syntax, Next.Range, $"unexpected '{Next.Text}'; after '{left.Token.Text}' comes a comparison: >, <, >=, <=, == or !=");
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

    private BinaryOperator TakeOperator()
    {
        if (Next.Kind != ConditionTokenKind.Comparison)
        {
            throw new ConditionException(
                ConditionProblem.Syntax, Next.Kind == ConditionTokenKind.End ? Before(Next) : Next.Range, "a comparison is missing here: >, <, >=, <=, == or !=");
        }

        var token = Take();
        return Operator(token, out var comparison) is { } wrong ? throw wrong : comparison;
    }

    private (Quantity? Quantity, ConditionToken Token) TakeNumber()
    {
        var sign = IsSign(Next) ? Take() : (ConditionToken?)null;
        if (Next.Kind != ConditionTokenKind.Number)
        {
            throw MissingNumber(sign);
        }

        var token = TakeWithUnit();
        var quantity = QuantityReader.Read(token, out var error);
        if (error is not null)
        {
            Errors.Add(error);
        }

        if (sign is { } before)
        {
            token = token with { Range = before.Range.To(token.Range), Text = before.Text + token.Text };
            quantity = before.Text == "-" && quantity is not null ? quantity with { Value = -quantity.Value } : quantity;
        }

        return (quantity, token);
    }

    private ConditionException MissingNumber(ConditionToken? sign)
    {
        if (Next.Kind == ConditionTokenKind.End)
        {
            return new(ConditionProblem.Syntax, Before(Next), "a number to compare with is missing at the end");
        }

        var isShorthand = Next.Kind == ConditionTokenKind.Word && ShorthandTable.TryFind(Next.Text, out _);
        return new(
            ConditionProblem.Syntax,
            sign is { } before ? before.Range.To(Next.Range) : Next.Range,
            isShorthand
                ? $"a shorthand is compared with a number, not with another such as '{Next.Text}'; write the condition in PromQL"
                : $"a number to compare with is missing before '{Next.Text}'");
    }

    /// <summary>A number, with the unit that stands apart from it: <c>100 ms</c>, <c>5 %</c>.</summary>
    private ConditionToken TakeWithUnit()
    {
        var number = Take();
        var isUnit = char.IsDigit(number.Text[number.Text.Length - 1])
            && ((Next.Kind == ConditionTokenKind.Word && UnitTable.IsUnitLike(Next.Text)) || Next is { Kind: ConditionTokenKind.Arithmetic, Text: "%" });
        if (isUnit)
        {
            var unit = Take();
            number = number with { Range = number.Range.To(unit.Range), Text = $"{number.Text} {unit.Text}" };
        }

        if (Next is { Kind: ConditionTokenKind.Arithmetic, Text: "/" } && _position + 1 < tokens.Count
            && tokens[_position + 1] is { Kind: ConditionTokenKind.Word } time && (UnitTable.PerTime(time.Text) is not null || UnitTable.IsUnitLike(time.Text)))
        {
            Take();
            Take();
            number = number with { Range = number.Range.To(time.Range), Text = $"{number.Text}/{time.Text}" };
        }

        return number;
    }

    private static bool IsSign(ConditionToken token) => token is { Kind: ConditionTokenKind.Arithmetic, Text: "-" or "+" };

    private static BinaryOperator Turned(BinaryOperator comparison) => comparison switch
    {
        BinaryOperator.Greater => BinaryOperator.Less,
        BinaryOperator.Less => BinaryOperator.Greater,
        BinaryOperator.GreaterOrEqual => BinaryOperator.LessOrEqual,
        BinaryOperator.LessOrEqual => BinaryOperator.GreaterOrEqual,
        _ => comparison,
    };

    /// <summary>The last token: an end is no place that could be underlined.</summary>
    private SourceRange Before(ConditionToken end) => tokens.Count > 1 ? tokens[tokens.Count - 2].Range : end.Range;
}
