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

        if (WhyKept(name) is { } whyKept)
        {
            return whyKept;
        }

        return s_reservedSuffixes.FirstOrDefault(suffix => name.EndsWith(suffix, StringComparison.Ordinal)) is { } suffix
            ? $"the suffix '{suffix}' is kept for series that Prometheus derives or other kinds of metric"
            : null;
    }

    public static string? WhyInvalidLabel(string name) =>
        WhyInvalidIdentifier(name) ?? (s_reservedLabels.Contains(name) ? "the name is reserved" : null);

    /// <summary>A metric's labels do not stand beside those of operations: only what every kind of metric uses itself is reserved.</summary>
    public static string? WhyInvalidLabelOfMetric(string name) =>
        WhyInvalidIdentifier(name) ?? (name is "le" or "quantile" ? "the name is reserved" : null);

    /// <param name="name">The name of a metric that is declared, without a prefix.</param>
    /// <param name="isCounter">Whether it is a counter.</param>
    public static string? WhyInvalidMetric(string name, bool isCounter)
    {
        const string Total = "_total";
        if (!isCounter)
        {
            return name.EndsWith(Total, StringComparison.Ordinal) ? $"the suffix '{Total}' is for counters" : WhyInvalidMetric(name);
        }

        // Other suffixes are in order before _total: games_created_total counts what was created.
        return WhyInvalidIdentifier(name) ?? WhyKept(name)
            ?? (name.EndsWith(Total, StringComparison.Ordinal) && name.Length > Total.Length
                ? null
                : $"the name of a counter ends in '{Total}', as in '{name}{Total}'");
    }

    public static string? WhyInvalidPrefix(string name) => WhyInvalidIdentifier(name);

    private static string? WhyKept(string name) =>
        s_sharedFamilies.Contains(name) ? "the name is that of a metric shared by all operations"
        : name.StartsWith("instrumentation_", StringComparison.Ordinal)
            ? "the prefix 'instrumentation_' is kept for the metrics about instrumentation itself"
        : null;

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
