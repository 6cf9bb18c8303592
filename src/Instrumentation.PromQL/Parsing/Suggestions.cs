namespace Instrumentation.PromQL.Parsing;

/// <summary>Finds the name that was probably meant.</summary>
public static class Suggestions
{
    // Beyond this nobody misspells; it also bounds the work that a hostile text can ask for.
    private const int LongestName = 100;

    /// <summary>The candidate nearest to a misspelt name, if one is near enough to be meant.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">The names there are.</param>
    /// <returns>Null when nothing is alike.</returns>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        if (name.Length > LongestName)
        {
            return null;
        }

        string? best = null;
        var bestDistance = (2 * Math.Max(1, name.Length / 3)) + 1;
        var lowered = Keywords.Lower(name);
        foreach (var candidate in candidates)
        {
            if (candidate.Length > LongestName)
            {
                continue;
            }

            // Of two that are equally far the one that was not typed to its end is the likelier.
            var candidateLowered = Keywords.Lower(candidate);
            var isBeginning = candidateLowered.StartsWith(lowered, StringComparison.Ordinal);
            var distance = (2 * Distance(lowered, candidateLowered)) - (isBeginning ? 1 : 0);
            if (distance < bestDistance || (distance == bestDistance && best is not null && string.CompareOrdinal(candidate, best) < 0))
            {
                best = candidate;
                bestDistance = distance;
            }
        }

        return best;
    }

    // Edits with swapped neighbours counting once (optimal string alignment).
    internal static int Distance(string a, string b)
    {
        var beforeLast = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(current[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    best = Math.Min(best, beforeLast[j - 2] + 1);
                }

                current[j] = best;
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[b.Length];
    }
}
