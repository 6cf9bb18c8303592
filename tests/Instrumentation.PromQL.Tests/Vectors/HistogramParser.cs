using System.Text.RegularExpressions;
using Instrumentation.PromQL.Histograms;

namespace Instrumentation.PromQL.Tests.Vectors;

/// <summary>Histograms as scripts write them: <c>{{schema:1 sum:3 count:22 buckets:[5 10 7]}}</c>.</summary>
public static partial class HistogramParser
{
    public static NativeHistogram Parse(string text)
    {
        var fields = Field().Matches(text).ToDictionary(static match => match.Groups["key"].Value, static match => match.Groups["value"].Value);
        double Number(string key) => fields.TryGetValue(key, out var value) ? SequenceParser.Number(value) : 0;
        double[] Numbers(string key) => fields.TryGetValue(key, out var value)
            ? [.. value.Trim('[', ']').Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(SequenceParser.Number)]
            : [];
        return new NativeHistogram
        {
            Schema = (int)Number("schema"),
            Sum = Number("sum"),
            Count = Number("count"),
            ZeroCount = Number("z_bucket"),
            ZeroThreshold = Number("z_bucket_w"),
            Bounds = Numbers("custom_values"),
            PositiveBuckets = [.. Numbers("buckets").Select((count, i) => new IndexedCount(i + (int)Number("offset"), count))],
            NegativeBuckets = [.. Numbers("n_buckets").Select((count, i) => new IndexedCount(i + (int)Number("n_offset"), count))],
            Hint = fields.GetValueOrDefault("counter_reset_hint") switch
            {
                "reset" => CounterResetHint.Reset,
                "not_reset" => CounterResetHint.NotReset,
                "gauge" => CounterResetHint.Gauge,
                _ => CounterResetHint.Unknown,
            },
        };
    }

    public static bool NamesHint(string text) => text.Contains("counter_reset_hint", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<key>[a-z_]+):(?<value>\[[^\]]*\]|[^\s{}\[\]]+)")]
    private static partial Regex Field();
}
