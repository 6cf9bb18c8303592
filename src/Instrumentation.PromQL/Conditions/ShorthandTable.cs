using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Conditions;

/// <summary>All shorthands, and which of them each kind of subject has.</summary>
internal static class ShorthandTable
{
    private const string Percentiles = "p50, p75, p90, p95, p99, p99.9";

    private static readonly Dictionary<string, Shorthand> s_all = Build();

    private static readonly Dictionary<SubjectKind, string[]> s_ofKind = new()
    {
        [SubjectKind.Operation] =
            ["p50", "p75", "p90", "p95", "p99", "p99.9", "mean", "rate", "count", "errors", "error_ratio", "cancellations", "in_flight"],
        [SubjectKind.Histogram] = ["p50", "p75", "p90", "p95", "p99", "p99.9", "mean", "rate", "count"],
        [SubjectKind.Counter] = ["rate", "increase", "count"],
        [SubjectKind.Gauge] = ["value", "mean", "min", "max"],
        [SubjectKind.UpDownCounter] = ["value", "mean", "min", "max"],
        [SubjectKind.None] = [],
    };

    // What people call it elsewhere.
    private static readonly Dictionary<string, string> s_otherNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["avg"] = "mean", ["average"] = "mean", ["median"] = "p50",
        ["latency"] = "p95", ["duration"] = "p95", ["p999"] = "p99.9", ["p9999"] = "p99.99",
        ["failures"] = "errors", ["error"] = "errors", ["failed"] = "errors",
        ["error_rate"] = "error_ratio", ["failure_ratio"] = "error_ratio", ["failure_rate"] = "error_ratio", ["errors_ratio"] = "error_ratio",
        ["calls"] = "count", ["requests"] = "count", ["hits"] = "count",
        ["qps"] = "rate", ["rps"] = "rate", ["throughput"] = "rate",
        ["inflight"] = "in_flight", ["concurrency"] = "in_flight", ["active"] = "in_flight", ["running"] = "in_flight",
        ["cancelled"] = "cancellations", ["canceled"] = "cancellations",
        ["minimum"] = "min", ["maximum"] = "max", ["val"] = "value",
    };

    // In place of what a kind does not have.
    private static readonly Dictionary<(SubjectKind, string), string> s_inPlace = new()
    {
        [(SubjectKind.Counter, "value")] = "increase",
        [(SubjectKind.Operation, "max")] = "p99.9",
        [(SubjectKind.Histogram, "max")] = "p99.9",
        [(SubjectKind.Operation, "increase")] = "count",
        [(SubjectKind.Histogram, "increase")] = "count",
        [(SubjectKind.Gauge, "in_flight")] = "value",
        [(SubjectKind.UpDownCounter, "in_flight")] = "value",
    };

    public static bool TryFind(string name, out Shorthand? shorthand) => s_all.TryGetValue(name, out shorthand);

    public static bool Has(SubjectKind kind, string name) =>
        s_ofKind[kind].Contains(name) || (ConditionLexer.IsPercentile(name) && s_all.ContainsKey(name) && s_ofKind[kind].Contains("p95"));

    /// <summary>What a subject of the kind has in place of a shorthand that it has not.</summary>
    public static string? InPlace(SubjectKind kind, string name) => s_inPlace.TryGetValue((kind, name), out var other) ? other : null;

    public static string List(SubjectKind kind) => string.Join(", ", s_ofKind[kind]);

    /// <summary>The shorthand that was probably meant; null when the word is like none, as names of metrics are.</summary>
    public static string? Suggest(string word, SubjectKind kind)
    {
        if (ConditionLexer.IsPercentile(word))
        {
            return s_otherNames.TryGetValue(word, out var percentile) ? percentile : NearestPercentile(word);
        }

        var names = kind == SubjectKind.None ? s_all.Keys : (IEnumerable<string>)s_ofKind[kind];
        var known = s_otherNames.TryGetValue(word, out var meant) && names.Contains(meant) ? meant : null;
        return known ?? Suggestions.Nearest(word, names) ?? Suggestions.Nearest(word, s_all.Keys.Where(static name => name.Length > 3));
    }

    public static string UnknownPercentile(string word) =>
        $"there is no '{word}' (there are {Percentiles})";

    // p59 is p95 with its digits swapped; p94 is nearer to p95 than to p99.
    private static string NearestPercentile(string word)
    {
        var digits = word.Substring(1);
        if (digits.Length == 2 && s_all.ContainsKey($"p{digits[1]}{digits[0]}"))
        {
            return $"p{digits[1]}{digits[0]}";
        }

        return double.TryParse(digits, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var wanted)
            ? s_ofKind[SubjectKind.Operation].Where(ConditionLexer.IsPercentile)
                .OrderBy(name => Math.Abs(double.Parse(name.Substring(1), System.Globalization.CultureInfo.InvariantCulture) - wanted))
                .First()
            : "p95";
    }

    private static Dictionary<string, Shorthand> Build()
    {
        var all = new Dictionary<string, Shorthand>(StringComparer.Ordinal)
        {
            ["mean"] = new("mean", Figure.Mean),
            ["rate"] = new("rate", Figure.Rate),
            ["count"] = new("count", Figure.Count),
            ["increase"] = new("increase", Figure.Count),
            ["errors"] = new("errors", Figure.Errors),
            ["error_ratio"] = new("error_ratio", Figure.ErrorRatio),
            ["cancellations"] = new("cancellations", Figure.Cancellations),
            ["in_flight"] = new("in_flight", Figure.InFlight),
            ["value"] = new("value", Figure.Value),
            ["min"] = new("min", Figure.Minimum),
            ["max"] = new("max", Figure.Maximum),
        };
        foreach (var (name, quantile) in new[]
        {
            ("p50", "0.5"), ("p75", "0.75"), ("p90", "0.9"), ("p95", "0.95"), ("p99", "0.99"), ("p99.9", "0.999"),
            ("p10", "0.1"), ("p25", "0.25"), ("p80", "0.8"), ("p98", "0.98"), ("p99.5", "0.995"), ("p99.99", "0.9999"),
        })
        {
            all.Add(name, new(name, Figure.Quantile, quantile));
        }

        return all;
    }
}
