namespace Instrumentation.PromQL.Conditions;

/// <summary>The number of a comparison: its sign, its digits, and a unit that may stand apart from them, as in <c>100 ms</c>.</summary>
/// <param name="Quantity">What it amounts to; null when that was said to be wrong.</param>
/// <param name="Token">All of it as it is written.</param>
internal readonly record struct ComparedNumber(Quantity? Quantity, ConditionToken Token)
{
    public static bool IsNext(ConditionCursor cursor) => cursor.Next.Kind == ConditionTokenKind.Number || IsSign(cursor.Next);

    /// <exception cref="ConditionException">Something else comes next.</exception>
    public static ComparedNumber Take(ConditionCursor cursor)
    {
        var sign = IsSign(cursor.Next) ? cursor.Take() : (ConditionToken?)null;
        if (cursor.Next.Kind != ConditionTokenKind.Number)
        {
            throw Missing(cursor, sign);
        }

        var token = TakeWithUnit(cursor);
        var quantity = QuantityReader.Read(token, out var error);
        if (error is not null)
        {
            cursor.Errors.Add(error);
        }

        if (sign is { } before)
        {
            token = token with { Range = before.Range.To(token.Range), Text = before.Text + token.Text };
            quantity = before.Text == "-" && quantity is not null ? quantity with { Value = -quantity.Value } : quantity;
        }

        return new(quantity, token);
    }

    private static bool IsSign(ConditionToken token) => token is { Kind: ConditionTokenKind.Arithmetic, Text: "-" or "+" };

    private static ConditionToken TakeWithUnit(ConditionCursor cursor)
    {
        var number = cursor.Take();
        var isUnit = char.IsDigit(number.Text[number.Text.Length - 1])
            && ((cursor.Next.Kind == ConditionTokenKind.Word && UnitTable.IsUnitLike(cursor.Next.Text)) || cursor.Next is { Kind: ConditionTokenKind.Arithmetic, Text: "%" });
        if (isUnit)
        {
            var unit = cursor.Take();
            number = number with { Range = number.Range.To(unit.Range), Text = $"{number.Text} {unit.Text}" };
        }

        if (cursor.Next is { Kind: ConditionTokenKind.Arithmetic, Text: "/" }
            && cursor.AfterNext is { Kind: ConditionTokenKind.Word } time && (UnitTable.PerTime(time.Text) is not null || UnitTable.IsUnitLike(time.Text)))
        {
            cursor.Take();
            cursor.Take();
            number = number with { Range = number.Range.To(time.Range), Text = $"{number.Text}/{time.Text}" };
        }

        return number;
    }

    private static ConditionException Missing(ConditionCursor cursor, ConditionToken? sign)
    {
        var next = cursor.Next;
        if (next.Kind == ConditionTokenKind.End)
        {
            return new(ConditionProblem.Syntax, cursor.NextPlace, "a number to compare with is missing at the end");
        }

        var isShorthand = next.Kind == ConditionTokenKind.Word && ShorthandTable.TryFind(next.Text, out _);
        return new(
            ConditionProblem.Syntax,
            sign is { } before ? before.Range.To(next.Range) : next.Range,
            isShorthand
                ? $"a shorthand is compared with a number, not with another such as '{next.Text}'; write the condition in PromQL"
                : $"a number to compare with is missing before '{next.Text}'");
    }
}
