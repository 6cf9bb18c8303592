namespace Instrumentation.PromQL.Conditions;

/// <summary>What is wrong with a word that stands where a shorthand should.</summary>
internal static class ShorthandErrors
{
    public static ConditionError? Find(ConditionToken token, ConditionSubject subject)
    {
        var word = token.Text;
        if (!ShorthandTable.TryFind(word, out _))
        {
            return Unknown(token, subject);
        }

        if (subject.Kind == SubjectKind.None)
        {
            return new(
                ConditionProblem.UnknownShorthand,
                token.Range,
                $"'{word}' stands for an operation, metric or event, and the rule stands on none; put it on the member, or write the condition in PromQL");
        }

        if (ShorthandTable.Has(subject.Kind, word))
        {
            return null;
        }

        var inPlace = ShorthandTable.InPlace(subject.Kind, word);
        var list = ShorthandTable.List(subject.Kind);
        return new(
            ConditionProblem.WrongKind,
            token.Range,
            $"{subject.Display} has no '{word}'; {(inPlace is null ? "" : $"did you mean {inPlace}? ")}{(subject.Kind == SubjectKind.Operation ? "an" : "a")} {KindNames.Of(subject.Kind)} has {list}")
        {
            Replacement = inPlace,
        };
    }

    private static ConditionError Unknown(ConditionToken token, ConditionSubject subject)
    {
        var word = token.Text;
        var meant = ShorthandTable.Suggest(word, subject.Kind);
        var what = ConditionLexer.IsPercentile(word) ? ShorthandTable.UnknownPercentile(word) : $"there is no shorthand '{word}'";
        var list = subject.Kind == SubjectKind.None ? "" : $"; there are {ShorthandTable.List(subject.Kind)}";
        return new(ConditionProblem.UnknownShorthand, token.Range, what + (meant is null ? list + ", and shorthands cannot be mixed with PromQL" : $"; did you mean {meant}?"))
        {
            Replacement = meant,
        };
    }
}
