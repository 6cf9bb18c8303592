using System.Text;

namespace Instrumentation.Analyzers.Cardinality;

/// <summary>Splits names of any style into lower-case words: <c>UserID</c>, <c>user.id</c>, <c>userIds</c> and <c>userid</c> are all "user", "id".</summary>
internal static class NameWords
{
    /// <summary>Endings that are written onto the word before them: <c>playerid</c>, <c>roomname</c>.</summary>
    private static readonly string[] s_fused = ["uuid", "guid", "id", "ids", "ip", "name", "number", "no", "key", "token", "hash", "agent", "path"];

    /// <summary>Words that are written short.</summary>
    private static readonly Dictionary<string, string> s_short = new(StringComparer.Ordinal)
    {
        ["acct"] = "account",
        ["addr"] = "address",
        ["char"] = "character",
        ["conn"] = "connection",
        ["corr"] = "correlation",
        ["cust"] = "customer",
        ["err"] = "error",
        ["msg"] = "message",
        ["req"] = "request",
        ["sess"] = "session",
        ["sock"] = "socket",
        ["trans"] = "transaction",
        ["tx"] = "transaction",
        ["txn"] = "transaction",
        ["usr"] = "user",
    };

    /// <summary>Words that end in an <c>s</c> without being many.</summary>
    private static readonly HashSet<string> s_singulars = ["alias", "atlas", "bias", "canvas", "dns", "gas", "gps", "ios", "lens", "news", "series", "sms", "species", "tls"];

    /// <summary>Two words that are one.</summary>
    private static readonly Dictionary<(string, string), string> s_joined = new()
    {
        [("e", "mail")] = "email",
        [("time", "stamp")] = "timestamp",
        [("date", "time")] = "datetime",
        [("stack", "trace")] = "stacktrace",
        [("call", "stack")] = "stacktrace",
        [("back", "trace")] = "stacktrace",
        [("nick", "name")] = "nickname",
        [("sur", "name")] = "surname",
        [("gamer", "tag")] = "gamertag",
        [("battle", "tag")] = "gamertag",
        [("time", "zone")] = "timezone",
        [("post", "code")] = "postcode",
    };

    internal static List<string> Split(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (!char.IsLetterOrDigit(name[i]))
            {
                Flush();
                continue;
            }

            if (StartsWord(name, i))
            {
                Flush();
            }

            word.Append(char.ToLowerInvariant(name[i]));
        }

        Flush();
        return words;

        void Flush()
        {
            if (word.Length > 0)
            {
                Add(words, word.ToString());
                word.Clear();
            }
        }
    }

    /// <summary>The word without a plural's ending.</summary>
    internal static string Singular(string word) =>
        word.Length < 3 || s_singulars.Contains(word) || !word.EndsWith("s", StringComparison.Ordinal) || word.EndsWith("ss", StringComparison.Ordinal)
        || word.EndsWith("us", StringComparison.Ordinal) || word.EndsWith("is", StringComparison.Ordinal) ? word
        : word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4 ? word.Substring(0, word.Length - 3) + "y"
        : word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal) ? word.Substring(0, word.Length - 2)
        : word.Substring(0, word.Length - 1);

    private static string Full(string word) => s_short.TryGetValue(word, out var full) || s_short.TryGetValue(Singular(word), out full) ? full : word;

    private static void Add(List<string> words, string word)
    {
        if (word.All(char.IsDigit))
        {
            return;
        }

        // "player1" is a player; "sha256" and "md5" are words of their own.
        if (!Vocabulary.Unbounded.ContainsKey(word))
        {
            word = Full(word.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'));
        }

        if (words.Count > 0 && s_joined.TryGetValue((words[words.Count - 1], Singular(word)), out var joined))
        {
            words[words.Count - 1] = joined;
            return;
        }

        if (Split(word) is var (first, second))
        {
            words.Add(first);
            words.Add(second);
            return;
        }

        words.Add(word);

        static (string, string)? Split(string word)
        {
            foreach (var ending in s_fused)
            {
                if (word.Length > ending.Length + 1 && word.EndsWith(ending, StringComparison.Ordinal)
                    && Full(word.Substring(0, word.Length - ending.Length)) is var start
                    && !Vocabulary.Unbounded.ContainsKey(word) && Vocabulary.IsThing(start))
                {
                    return (start, ending);
                }
            }

            return null;
        }
    }

    private static bool StartsWord(string name, int i) =>
        i > 0 && char.IsUpper(name[i])
        && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]) && !IsPluralOfAcronym(name, i)));

    /// <summary>The <c>s</c> of <c>userIDs</c> and the <c>v</c> of <c>clientIPv4</c> go on with the capitals before them.</summary>
    private static bool IsPluralOfAcronym(string name, int i) =>
        name[i + 1] is 's' or 'v' && (i + 2 == name.Length || !char.IsLower(name[i + 2]));
}
