using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Evaluation.Functions;

/// <summary>Orders texts as people count: <c>node2</c> before <c>node10</c> (github.com/facette/natsort, which sort_by_label uses).</summary>
internal static class NaturalOrder
{
    public static int Compare(string a, string b)
    {
        var (i, j) = (0, 0);
        while (i < a.Length && j < b.Length)
        {
            var chunkA = Chunk(a, i);
            var chunkB = Chunk(b, j);
            var order = CompareChunks(chunkA, chunkB);
            if (order != 0)
            {
                return order;
            }

            i += chunkA.Length;
            j += chunkB.Length;
        }

        var rest = (a.Length - i).CompareTo(b.Length - j);
        return rest != 0 ? rest : string.CompareOrdinal(a, b);
    }

    private static int CompareChunks(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (!Characters.IsDigit(a[0]) || !Characters.IsDigit(b[0]))
        {
            return a.SequenceCompareTo(b);
        }

        var numberA = a.TrimStart('0');
        var numberB = b.TrimStart('0');
        var order = numberA.Length.CompareTo(numberB.Length);
        return order != 0 ? order : numberA.SequenceCompareTo(numberB);
    }

    private static ReadOnlySpan<char> Chunk(string text, int start)
    {
        var digits = Characters.IsDigit(text[start]);
        var end = start + 1;
        while (end < text.Length && Characters.IsDigit(text[end]) == digits)
        {
            end++;
        }

        return text.AsSpan(start, end - start);
    }
}
