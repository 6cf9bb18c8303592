namespace Instrumentation.PromQL.Parsing;

/// <summary>Words with a meaning of their own (promql/parser/lex.go). Most may still name a metric, and all may name a label.</summary>
internal static class Keywords
{
    public static readonly string[] Aggregations =
    [
        "sum", "avg", "count", "min", "max", "group", "stddev", "stdvar",
        "topk", "bottomk", "count_values", "quantile", "limitk", "limit_ratio",
    ];

    // generated_parser.y leaves exactly these out of metric_identifier.
    private static readonly HashSet<string> s_reserved =
        new(StringComparer.OrdinalIgnoreCase) { "bool", "on", "ignoring", "group_left", "group_right", "atan2" };

    private static readonly HashSet<string> s_aggregations = new(Aggregations, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the word can never name a metric outside quotes.</summary>
    public static bool Reserved(string word) => s_reserved.Contains(word);

    public static bool IsAggregation(string word) => s_aggregations.Contains(word);

    /// <summary>Whether the word is the number infinity or not-a-number.</summary>
    public static bool IsSpecialNumber(string word) =>
        string.Equals(word, "inf", StringComparison.OrdinalIgnoreCase) || string.Equals(word, "nan", StringComparison.OrdinalIgnoreCase);

    /// <summary>Keywords are ASCII, so a plain fold is exact.</summary>
    public static string Lower(string word)
    {
        var letters = word.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            if (letters[i] is >= 'A' and <= 'Z')
            {
                letters[i] = (char)(letters[i] | 0x20);
            }
        }

        return new string(letters);
    }
}
