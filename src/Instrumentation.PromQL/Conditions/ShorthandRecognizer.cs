namespace Instrumentation.PromQL.Conditions;

/// <summary>Tells shorthands from PromQL by their form, since both are words and comparisons.</summary>
internal static class ShorthandRecognizer
{
    public static bool IsShorthand(string text, List<ConditionToken> tokens, ConditionSubject subject)
    {
        if (text.IndexOfAny(['{', '[', '"', '\'', '`', '@', '#', ',']) >= 0 || HasCall(tokens))
        {
            return false;
        }

        var words = tokens.Where((token, index) => token.Kind == ConditionTokenKind.Word && !IsKeyword(token) && !IsUnit(tokens, index)).ToList();
        if (words.Count == 0)
        {
            return true;
        }

        // One word that is surely a shorthand makes it one, and the others mistakes.
        return words.Any(word => ShorthandTable.TryFind(word.Text, out _) || ConditionLexer.IsPercentile(word.Text))
            || (subject.Kind != SubjectKind.None && words.Any(word => IsMisspelt(word.Text, subject)));
    }

    private static bool IsMisspelt(string word, ConditionSubject subject) =>
        word.IndexOf(":", StringComparison.Ordinal) < 0 && ShorthandTable.Suggest(word, subject.Kind) is not null;

    private static bool HasCall(List<ConditionToken> tokens)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (tokens[i].Kind == ConditionTokenKind.Word && !IsKeyword(tokens[i]) && tokens[i + 1].Kind == ConditionTokenKind.LeftParen)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsKeyword(ConditionToken token) =>
        token.Is("and") || token.Is("or") || token.Is("unless") || token.Is("over") || token.Is("bool") || token.Is("offset") || token.Is("for");

    private static bool IsUnit(List<ConditionToken> tokens, int index) =>
        index > 0
        && (tokens[index - 1].Kind == ConditionTokenKind.Number || tokens[index - 1] is { Kind: ConditionTokenKind.Arithmetic, Text: "/" })
        && UnitTable.IsUnitLike(tokens[index].Text);
}
