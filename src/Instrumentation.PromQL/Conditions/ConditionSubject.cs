using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Conditions;

/// <summary>What the shorthands of a condition stand for: an operation or a metric. Immutable; safe to share between threads.</summary>
public sealed record ConditionSubject
{
    /// <summary>For conditions that stand on nothing in particular; they are PromQL.</summary>
    public static readonly ConditionSubject None = new();

    /// <summary>The bounds of an operation's histogram when it has none of its own, in seconds.</summary>
    public static IReadOnlyList<double> DefaultDurationBounds { get; } =
        [0.00001, 0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private ConditionSubject()
    {
    }

    /// <summary>What it is.</summary>
    public SubjectKind Kind { get; private init; }

    /// <summary>What messages call it.</summary>
    public string Display { get; private init; } = "";

    /// <summary>The metric's name, without the suffixes of a histogram's series.</summary>
    public string Metric { get; private init; } = "";

    /// <summary>The unit as metric names have it: <c>seconds</c>, <c>bytes</c>, <c>ratio</c>; null when there is none.</summary>
    public string? Unit { get; private init; }

    /// <summary>The finite upper bounds of the histogram, ascending; empty when they are not known.</summary>
    public IReadOnlyList<double> Bounds { get; private init; } = [];

    /// <summary>The labels by which the series are looked at apart.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    internal string Matchers { get; private init; } = "";

    internal string SharedMatchers { get; private init; } = "";

    internal string Prefix { get; private init; } = "";

    internal string Failures => Prefix + "operation_failures_total";

    internal string Cancellations => Prefix + "operation_cancellations_total";

    internal string InFlight => Prefix + "operations_in_flight";

    /// <summary>A monitored operation.</summary>
    /// <param name="name">The value of the label <c>operation</c>.</param>
    /// <param name="prefix">The prefix of the assembly's metrics, without the underscore.</param>
    /// <param name="service">The value of the label <c>service</c>.</param>
    /// <param name="metric">The name of the histogram of its own, without the prefix; null for the shared one.</param>
    /// <param name="bounds">The bounds of its buckets in seconds; null for the default ones.</param>
    public static ConditionSubject Operation(
        string name, string? prefix = null, string? service = null, string? metric = null, IReadOnlyList<double>? bounds = null)
    {
        var start = string.IsNullOrEmpty(prefix) ? "" : prefix + "_";
        var serviceMatcher = service is null ? "" : "service=" + StringLiterals.Quote(service);
        var shared = $"operation={StringLiterals.Quote(name)}{(service is null ? "" : ",")}{serviceMatcher}";
        return new()
        {
            Kind = SubjectKind.Operation,
            Display = $"operation '{name}'",
            Metric = start + (metric ?? "operation_duration_seconds"),
            Unit = "seconds",
            Bounds = bounds ?? DefaultDurationBounds,
            Matchers = Braced(metric is null ? shared : serviceMatcher),
            SharedMatchers = Braced(shared),
            Prefix = start,
        };
    }

    /// <summary>A metric.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="name">Its name with the prefix; a counter's with <c>_total</c>.</param>
    /// <param name="unit">Its unit; when null, the one in which the name ends, if it ends in one.</param>
    /// <param name="bounds">The finite bounds of a histogram; null when they are not known.</param>
    public static ConditionSubject OfMetric(SubjectKind kind, string name, string? unit = null, IReadOnlyList<double>? bounds = null) => new()
    {
        Kind = kind,
        Display = $"{KindNames.Of(kind)} '{name}'",
        Metric = name,
        Unit = string.IsNullOrEmpty(unit) ? MetricUnits.FromName(name) : unit,
        Bounds = bounds ?? [],
    };

    private static string Braced(string matchers) => matchers.Length == 0 ? "" : "{" + matchers + "}";
}
