namespace Instrumentation.PromQL.Conditions;

/// <summary>The shorthand of a comparison.</summary>
/// <param name="Shorthand">What it stands for; null when that was said to be wrong.</param>
/// <param name="Token">The word as it is written.</param>
internal readonly record struct ComparedShorthand(Shorthand? Shorthand, ConditionToken Token)
{
    /// <exception cref="ConditionException">Something else comes next.</exception>
    public static ComparedShorthand Take(ConditionCursor cursor, ConditionSubject subject)
    {
        var token = cursor.Next;
        if (token.Kind != ConditionTokenKind.Word || token.Is("and") || token.Is("or") || token.Is("unless") || token.Is("over"))
        {
            throw Missing(cursor, subject);
        }

        cursor.Take();
        if (ShorthandErrors.Find(token, subject) is { } error)
        {
            cursor.Errors.Add(error);
            return new(null, token);
        }

        ShorthandTable.TryFind(token.Text, out var shorthand);
        return new(shorthand, token);
    }

    private static ConditionException Missing(ConditionCursor cursor, ConditionSubject subject)
    {
        var token = cursor.Next;
        var list = subject.Kind == SubjectKind.None ? "p95 or error_ratio" : ShorthandTable.List(subject.Kind);
        return token.Kind switch
        {
            ConditionTokenKind.End => new(ConditionProblem.Syntax, cursor.NextPlace, $"something to compare is missing at the end; there are {list}"),
            ConditionTokenKind.Comparison when ComparisonOperators.Read(token, out _) is { } wrong => wrong,
            ConditionTokenKind.Number => new(ConditionProblem.Syntax, token.Range, $"a number cannot be compared with a number; one side is one of {list}"),
            _ => new(ConditionProblem.Syntax, token.Range, $"something to compare is missing before '{token.Text}'; there are {list}"),
        };
    }
}
