using Instrumentation.Metrics.Families;

namespace Instrumentation.Operations;

/// <summary>Whether a definition can be shown, and shown together with another. The answers are parts of a sentence for a log.</summary>
internal static class OperationShape
{
    private static readonly string[] s_ownLabels = ["operation", "service", "error", "le"];

    /// <summary>What is wrong with a definition by itself; null when nothing is.</summary>
    internal static string? FindProblem(OperationDefinition definition)
    {
        if (string.IsNullOrEmpty(definition.Name))
        {
            return "it has no name";
        }

        if (definition.Buckets is { } buckets && !DurationBuckets.AreValid(buckets))
        {
            return $"its buckets must be 1 to {DurationBuckets.Limit} finite numbers, ascending";
        }

        if (!HasRoom(definition))
        {
            return $"its labels have more than {SeriesSpace.Limit:N0} combinations";
        }

        var seen = new HashSet<string>(s_ownLabels, StringComparer.Ordinal);
        foreach (var label in definition.Labels)
        {
            if (label.FindProblem() is { } problem)
            {
                return problem;
            }

            if (!seen.Add(label.Name))
            {
                return $"it has the label '{label.Name}' twice, or that label is one that every operation has";
            }
        }

        return null;
    }

    /// <summary>In what a known operation differs from a definition of the same name, so that both cannot count in one; null when they can.</summary>
    internal static string? FindDifference(OperationDefinition known, OperationDefinition definition)
    {
        if (known.Metric != definition.Metric || known.Help != definition.Help)
        {
            return "another metric or help";
        }

        if (!Bounds(known).SequenceEqual(Bounds(definition)))
        {
            return "other buckets";
        }

        for (var i = 0; i < known.Labels.Length; i++)
        {
            if (!known.Labels[i].Matches(definition.Labels[i]))
            {
                return $"other values of the label '{known.Labels[i].Name}', or its labels in another order";
            }
        }

        return null;
    }

    /// <summary>Whether there can be that many series.</summary>
    internal static bool HasRoom(OperationDefinition definition) => SeriesSpace.TryCount(definition.Labels, out _);

    private static IEnumerable<double> Bounds(OperationDefinition definition) => definition.Buckets ?? DurationBuckets.Default;
}
