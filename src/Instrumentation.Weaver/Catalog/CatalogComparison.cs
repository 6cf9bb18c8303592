using System.Globalization;

namespace Instrumentation.Weaver.Catalog;

/// <summary>
/// What has become of the metrics of a committed catalog. Dashboards and alert rules name metrics, labels and values: a difference may break them without a word.
/// </summary>
internal static class CatalogComparison
{
    /// <summary>The metrics that are gone or differ, in the order of the committed catalog. Owner and declaring member are nobody else's concern.</summary>
    public static IEnumerable<(string Metric, string Difference)> Compare(IReadOnlyList<CatalogEntry> committed, IReadOnlyList<CatalogEntry> current)
    {
        foreach (var before in committed)
        {
            if (current.FirstOrDefault(entry => entry.Name == before.Name) is not { } now)
            {
                yield return (before.Name, "it is gone");
                continue;
            }

            var differences = Differences(before, now).ToArray();
            if (differences.Length > 0)
            {
                yield return (before.Name, string.Join("; ", differences));
            }
        }
    }

    /// <summary>The names that the committed catalog lacks.</summary>
    public static IEnumerable<string> Added(IReadOnlyList<CatalogEntry> committed, IReadOnlyList<CatalogEntry> current) =>
        current.Select(entry => entry.Name).Except(committed.Select(entry => entry.Name), StringComparer.Ordinal);

    private static IEnumerable<string> Differences(CatalogEntry before, CatalogEntry now)
    {
        if (before.Kind != now.Kind)
        {
            yield return $"kind {before.Kind} became {now.Kind}";
        }

        if (before.Unit != now.Unit)
        {
            yield return $"unit {before.Unit ?? "none"} became {now.Unit ?? "none"}";
        }

        if ((before.Help ?? "") != (now.Help ?? ""))
        {
            yield return $"help \"{before.Help}\" became \"{now.Help}\"";
        }

        foreach (var difference in LabelDifferences(before.Labels, now.Labels))
        {
            yield return difference;
        }

        if (!before.Buckets.SequenceEqual(now.Buckets))
        {
            yield return $"buckets {Bounds(before)} became {Bounds(now)}";
        }
    }

    private static IEnumerable<string> LabelDifferences(IReadOnlyList<CatalogLabel> before, IReadOnlyList<CatalogLabel> now)
    {
        foreach (var label in before)
        {
            if (now.FirstOrDefault(other => other.Name == label.Name) is not { } same)
            {
                yield return $"label {label.Name} is gone";
            }
            else if (label.Limit != same.Limit)
            {
                yield return $"label {label.Name} {Bound(label)} became {Bound(same)}";
            }
            else
            {
                var gone = label.Values.Except(same.Values, StringComparer.Ordinal).ToArray();
                var added = same.Values.Except(label.Values, StringComparer.Ordinal).ToArray();
                if (gone.Length + added.Length > 0)
                {
                    yield return $"label {label.Name}:{(gone.Length > 0 ? $" without {string.Join(", ", gone)}" : "")}{(added.Length > 0 ? $" with {string.Join(", ", added)}" : "")}";
                }
            }
        }

        foreach (var label in now.Where(label => before.All(other => other.Name != label.Name)))
        {
            yield return $"label {label.Name} is new";
        }
    }

    private static string Bound(CatalogLabel label) =>
        label.Limit > 0 ? $"with a limit of {label.Limit.ToString(CultureInfo.InvariantCulture)}" : $"of {label.Values.Count.ToString(CultureInfo.InvariantCulture)} values";

    private static string Bounds(CatalogEntry entry) =>
        entry.Buckets.Count == 0 ? "none" : string.Join(" ", entry.Buckets.Select(bound => bound.ToString("R", CultureInfo.InvariantCulture)));
}
