namespace Instrumentation.Metrics;

/// <summary>What metrics and labels may be called, by the rules of Prometheus and OpenMetrics.</summary>
internal static class MetricNames
{
    internal static void Validate(MetricDefinition definition, IEnumerable<string> labels)
    {
        var (name, kind, unit) = (definition.Name, definition.Kind, definition.Unit);
        ArgumentException.ThrowIfNullOrEmpty(name, nameof(definition));
        if (!IsName(name))
        {
            throw new ArgumentException(
                $"'{name}' is no metric name: it must match [a-zA-Z_][a-zA-Z0-9_]*. Colons are left to recording rules.", nameof(definition));
        }

        if (name.EndsWith("_total", StringComparison.Ordinal) != (kind == MetricKind.Counter))
        {
            throw new ArgumentException(
                kind == MetricKind.Counter
                    ? $"The counter '{name}' must end in '_total', as in '{name}_total'."
                    : $"'{name}' ends in '_total', which only counters may.",
                nameof(definition));
        }

        if (unit is not null && (!IsName(unit) || !definition.FamilyName.EndsWith('_' + unit, StringComparison.Ordinal)))
        {
            throw new ArgumentException(
                $"'{name}' has the unit '{unit}', which the name must end in" + (kind == MetricKind.Counter ? ", before '_total'." : "."),
                nameof(definition));
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var label in labels)
        {
            ValidateLabel(label);
            if (!seen.Add(label))
            {
                throw new ArgumentException($"'{name}' has the label '{label}' twice.", nameof(labels));
            }

            if (label == "le" && kind == MetricKind.Histogram)
            {
                throw new ArgumentException($"The histogram '{name}' cannot have a label 'le': its buckets bear that.", nameof(labels));
            }
        }
    }

    internal static void ValidateLabel(string name)
    {
        if (FindLabelProblem(name) is { } problem)
        {
            throw new ArgumentException(problem + ".", nameof(name));
        }
    }

    /// <summary>Why a label cannot have the name, as a part of a sentence; null when it can.</summary>
    internal static string? FindLabelProblem(string name) =>
        !IsName(name) ? $"'{name}' is no label name: it must match [a-zA-Z_][a-zA-Z0-9_]*"
        : name.StartsWith("__", StringComparison.Ordinal) ? $"'{name}' is no label name: two leading underscores are reserved"
        : null;

    internal static bool IsName(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (!char.IsAsciiLetter(name[i]) && name[i] != '_' && (i == 0 || !char.IsAsciiDigit(name[i])))
            {
                return false;
            }
        }

        return name.Length > 0;
    }
}
