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
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!IsName(name))
        {
            throw new ArgumentException($"'{name}' is no label name: it must match [a-zA-Z_][a-zA-Z0-9_]*.", nameof(name));
        }

        if (name.StartsWith("__", StringComparison.Ordinal))
        {
            throw new ArgumentException($"'{name}' is no label name: two leading underscores are reserved.", nameof(name));
        }
    }

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
