namespace Instrumentation.Analyzers.Cardinality;

/// <summary>
/// Judges by its name whether a label, a tag, a variable or a member takes values without end. English puts what a thing is last, so the end of the name decides:
/// <c>user_id</c> is an id, <c>user_type</c> is a type.
/// </summary>
internal static class UnboundedNames
{
    /// <param name="name">A name in any style: <c>playerId</c>, <c>player_id</c>, <c>player.id</c>, <c>PlayerID</c>.</param>
    internal static NameVerdict Judge(string name)
    {
        var words = NameWords.Split(name);
        while (words.Count > 1 && Vocabulary.Forms.Contains(words[words.Count - 1]) && !IsPhrase(words))
        {
            words.RemoveAt(words.Count - 1);
        }

        if (words.Count == 0)
        {
            return NameVerdict.None;
        }

        return words.Count > 1 && Vocabulary.Questions.Contains(words[0]) ? NameVerdict.Harmless : Judge(words);
    }

    private static NameVerdict Judge(List<string> words)
    {
        if (Vocabulary.HarmlessPhrases.Any(phrase => EndsIn(words, phrase)))
        {
            return NameVerdict.Harmless;
        }

        if (FindPhrase(words) is { } what)
        {
            return new(Certainty.Certain, what);
        }

        var exact = words[words.Count - 1];
        var last = NameWords.Singular(exact);
        var before = words.Count > 1 ? NameWords.Singular(words[words.Count - 2]) : null;
        if (Vocabulary.Few.Contains(exact) || Vocabulary.Few.Contains(last))
        {
            return NameVerdict.Harmless;
        }

        if (Vocabulary.Unbounded.TryGetValue(last, out what))
        {
            return new(Certainty.Certain, what);
        }

        return last switch
        {
            "id" or "identifier" or "ident" or "key" or "pk" => Identifier(last, before),
            "number" or "no" or "nr" or "num" or "ref" or "reference" => before is not null && Vocabulary.IsThing(before)
                ? new(Certainty.Certain, $"a number of {Article(before)}")
                : NameVerdict.None,
            "name" or "handle" or "nick" or "alias" or "login" or "logon" => before is not null && (Vocabulary.Persons.Contains(before) || Vocabulary.NamedByPeople.Contains(before))
                ? new(Certainty.Certain, "a name that people choose")
                : last != "name" ? Suspicion(last)
                : before is null ? NameVerdict.None : NameVerdict.Harmless,
            "at" when before is not null && IsPast(before) => new(Certainty.Certain, "a point in time"),
            "on" when before is "created" or "updated" or "modified" or "deleted" => new(Certainty.Certain, "a point in time"),
            _ when words.Count > 1 && words[0] is "id" or "identifier" && Vocabulary.IsThing(last) => new(Certainty.Certain, $"an id of {Article(last)}"),
            _ when Vocabulary.Alone.Contains(last) => new(before is "new" or "first" or "returning" or "active" ? Certainty.Likely : Certainty.Certain, $"one of ever more {last}s"),
            _ when Vocabulary.AloneThings.Contains(last) && (before is null || Vocabulary.IsThing(before)) => new(Certainty.Certain, $"one of ever more {last}s"),
            _ => Suspicion(last),
        };
    }

    private static NameVerdict Identifier(string last, string? owner) => owner switch
    {
        null => last == "key" ? Suspicion(last) : new(Certainty.Certain, "an id"),
        _ when Vocabulary.IsThing(owner) => new(Certainty.Certain, $"{(last == "key" ? "a key" : "an id")} of {Article(owner)}"),
        _ when Vocabulary.Known.Contains(owner) || Vocabulary.Few.Contains(owner) => NameVerdict.Harmless,
        _ when last == "key" => NameVerdict.None,
        _ => new(Certainty.Likely, $"an id of {Article(owner)}"),
    };

    private static NameVerdict Suspicion(string last) =>
        Vocabulary.Suspect.TryGetValue(last, out var what) ? new(Certainty.Likely, what) : NameVerdict.None;

    private static bool IsPast(string word) => word.EndsWith("ed", StringComparison.Ordinal) || word is "start" or "end" or "expire" or "left" or "seen" or "sent" or "begun" or "born";

    private static bool IsPhrase(List<string> words) => FindPhrase(words) is not null || Vocabulary.HarmlessPhrases.Any(phrase => EndsIn(words, phrase));

    private static string? FindPhrase(List<string> words) => Vocabulary.Phrases.FirstOrDefault(phrase => EndsIn(words, phrase.Words)).What;

    private static bool EndsIn(List<string> words, string[] phrase)
    {
        if (words.Count < phrase.Length)
        {
            return false;
        }

        for (var i = 0; i < phrase.Length; i++)
        {
            var word = words[words.Count - phrase.Length + i];
            if (word != phrase[i] && NameWords.Singular(word) != phrase[i])
            {
                return false;
            }
        }

        return true;
    }

    private static string Article(string noun) => (noun[0] is 'a' or 'e' or 'i' or 'o' || noun.StartsWith("up", StringComparison.Ordinal) ? "an " : "a ") + noun;
}
