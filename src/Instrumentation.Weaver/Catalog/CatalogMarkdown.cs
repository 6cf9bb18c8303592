using System.Globalization;
using System.Text;

namespace Instrumentation.Weaver.Catalog;

/// <summary>The catalog as <c>METRICS.md</c>, for people.</summary>
internal static class CatalogMarkdown
{
    public static string Write(string assembly, IReadOnlyList<CatalogEntry> entries)
    {
        var text = new StringBuilder();
        text.Append($"# Metrics of {assembly}\n\n");
        text.Append($"Written by the build. {Count(entries.Count, "metric")}, {Count(entries.Sum(Samples), "sample")} a scrape at most.\n\n");
        text.Append("| metric | kind | unit | labels | series | meaning | owner |\n|---|---|---|---|---:|---|---|\n");
        foreach (var entry in entries)
        {
            var labels = string.Join(", ", entry.Labels.Select(label => $"`{label.Name}`"));
            text.Append($"| [`{entry.Name}`](#{entry.Name.ToLowerInvariant()}) | {entry.Kind.Replace('_', ' ')} | {entry.Unit} | {labels} | {Number(entry.Series)} | {Cell(Text(entry.Help))} | {Cell(Text(entry.Owner))} |\n");
        }

        foreach (var entry in entries)
        {
            Describe(text, entry);
        }

        return text.ToString();
    }

    private static void Describe(StringBuilder text, CatalogEntry entry)
    {
        text.Append($"\n## {entry.Name}\n\n");
        if (entry.Help is { Length: > 0 } help)
        {
            text.Append(Text(help)).Append("\n\n");
        }

        foreach (var label in entry.Labels)
        {
            text.Append($"* `{label.Name}`: ").Append(label.Limit > 0
                ? $"the first {Number(label.Limit)} values that come along, then `other`"
                : string.Join(", ", label.Values.Select(Value))).Append('\n');
        }

        if (entry.Buckets.Count > 0)
        {
            text.Append($"* Buckets up to {string.Join(", ", entry.Buckets.Select(bound => bound.ToString("R", CultureInfo.InvariantCulture)))}, +Inf\n");
        }

        text.Append($"* {Count(entry.Series, "series", "series")} at most");
        text.Append(entry.Buckets.Count > 0 ? $", {Number(Samples(entry))} samples a scrape\n" : "\n");
        if (entry.Member is { } member)
        {
            text.Append($"* Declared by `{member}`\n");
        }
    }

    /// <summary>The lines of a scrape: a histogram has one for each bucket, +Inf included, its sum and its count.</summary>
    private static long Samples(CatalogEntry entry) => entry.Kind == "histogram" ? entry.Series * (entry.Buckets.Count + 3) : entry.Series;

    private static string Count(long number, string one, string? many = null) => $"{Number(number)} {(number == 1 ? one : many ?? one + "s")}";

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>In one line, and with no letter that Markdown takes for more than it is.</summary>
    private static string Text(string? text) => new StringBuilder(text)
        .Replace("\r", "").Replace('\n', ' ').Replace("\\", "\\\\").Replace("<", "\\<").Replace("*", "\\*").Replace("[", "\\[").Replace("`", "\\`").ToString();

    /// <summary>A bar would end the cell.</summary>
    private static string Cell(string text) => text.Replace("|", "\\|");

    /// <summary>A label's value as code, which begins and ends with more backticks than the value has.</summary>
    private static string Value(string value)
    {
        var fence = "`";
        while (value.Contains(fence))
        {
            fence += "`";
        }

        var line = value.Replace("\r", "\\r").Replace("\n", "\\n");
        return line.Length == 0 ? "the empty text" : line.StartsWith("`", StringComparison.Ordinal) || line.EndsWith("`", StringComparison.Ordinal) ? $"{fence} {line} {fence}" : $"{fence}{line}{fence}";
    }
}
