namespace Instrumentation.Generator.Parsing;

/// <summary>Which names metrics and labels may have. Each rule gives the reason why a name is not valid, or null.</summary>
internal static class NameRules
{
    private static readonly string[] s_sharedFamilies =
        ["operation_duration_seconds", "operation_failures_total", "operation_cancellations_total", "operations_in_flight"];

    private static readonly string[] s_reservedSuffixes = ["_total", "_bucket", "_count", "_sum", "_created", "_info"];

    private static readonly string[] s_reservedLabels = ["le", "quantile", "operation", "service", "error"];

    public static string? WhyInvalidMetric(string name)
    {
        if (WhyInvalidIdentifier(name) is { } why)
        {
            return why;
        }

        if (s_sharedFamilies.Contains(name))
        {
            return "the name is that of a metric shared by all operations";
        }

        if (name.StartsWith("instrumentation_", StringComparison.Ordinal))
        {
            return "the prefix 'instrumentation_' is kept for the metrics about instrumentation itself";
        }

        return s_reservedSuffixes.FirstOrDefault(suffix => name.EndsWith(suffix, StringComparison.Ordinal)) is { } suffix
            ? $"the suffix '{suffix}' is kept for series that Prometheus derives or other kinds of metric"
            : null;
    }

    public static string? WhyInvalidLabel(string name) =>
        WhyInvalidIdentifier(name) ?? (s_reservedLabels.Contains(name) ? "the name is reserved" : null);

    public static string? WhyInvalidPrefix(string name) => WhyInvalidIdentifier(name);

    private static string? WhyInvalidIdentifier(string name)
    {
        if (name.Length == 0)
        {
            return "it is empty";
        }

        if (!IsStart(name[0]) || !name.All(c => IsStart(c) || c is >= '0' and <= '9'))
        {
            return "it must match [a-zA-Z_][a-zA-Z0-9_]*";
        }

        return name.StartsWith("__", StringComparison.Ordinal) ? "names that start with '__' are kept for Prometheus itself" : null;
    }

    private static bool IsStart(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_';
}
