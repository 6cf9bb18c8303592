namespace Instrumentation.PromQL.Tests.Fuzzing;

/// <summary>Changes a query a little: swaps words, repeats, cuts and crosses.</summary>
public static class Mutator
{
    private static readonly string[] s_words =
    [
        "(", ")", "[5m]", "[1h:1m]", "[1m:]", " offset 5m", " offset -1y", " @ 10", " @ start()", " @ end()", " smoothed", " anchored", "{", "}",
        " + ", " - ", " ^ ", " % ", " == bool ", " > ", " and ", " or ", " unless ", " on() ", " ignoring(a) ", " group_left() ", " fill(0) ",
        " by (job) ", " without () ", "sum(", "topk(2, ", "quantile(0.5, ", "count_values(\"v\", ", "limit_ratio(-0.5, ", "rate(", "abs(", "-",
        "label_replace(", "histogram_quantile(0.9, ", "vector(", "scalar(", "time()", "info(", "histogram_count(", " </ 4", "n", "{job=~\"a|b\"}", "1e308", "NaN", "-Inf", "0", "9223372036854775807",
        "[1ms:1ms]", "[100y]", "\"\"", "{1000}", "(a?)", "{job=~\"(a|b)*c?\"}", "=~", "\\\\d",
        "le", "\"le\"", "{__name__=~\".*\"}", "{__name__!=\"\"}", "[step()]", "[2 ^ 10]", "1y", "\u00e9",
    ];

    public static string Mutate(string query, IReadOnlyList<string> others, Random random)
    {
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(query.Length + 1);
            var end = Math.Min(query.Length, at + random.Next(1, 12));
            query = random.Next(6) switch
            {
                0 => query.Remove(at, end - at),
                1 => query.Insert(at, s_words[random.Next(s_words.Length)]),
                2 => query[..at] + s_words[random.Next(s_words.Length)] + query[end..],
                3 => query.Insert(at, query[at..end]),
                4 => $"{query} {(random.Next(2) == 0 ? "+" : "or")} {others[random.Next(others.Count)]}",
                _ => ReplaceNumber(query, random),
            };
        }

        return query;
    }

    private static string ReplaceNumber(string query, Random random)
    {
        var at = query.AsSpan().IndexOfAnyInRange('0', '9');
        string[] numbers = ["0", "1", "0.5", "-1", "NaN", "Inf", "1e300", "5m", "1ms", "10y", "0x7f"];
        return at < 0 ? query : query[..at] + numbers[random.Next(numbers.Length)] + query[(at + 1)..];
    }
}
