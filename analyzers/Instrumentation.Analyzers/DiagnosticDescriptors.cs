using Instrumentation.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers;

/// <summary>All rules: title, message and severity of each. The arguments of a message are those that <see cref="FindingIds"/> names.</summary>
/// <remarks>An error is what would leave a method unmeasured although its author asked for it; a warning measures, but not as meant.</remarks>
internal static partial class DiagnosticDescriptors
{
    internal static readonly DiagnosticDescriptor TypeNotPartial = Error(
        FindingIds.TypeNotPartial,
        "Type of a monitored method is not partial",
        "Monitoring '{0}' needs the type '{1}' to be partial",
        "The measuring code is generated into the type itself, so the type and all types around it must be partial. Until they are, nothing is measured.");

    internal static readonly DiagnosticDescriptor ConstructNotSupported = Error(
        FindingIds.ConstructNotSupported,
        "Construct cannot be monitored",
        "'{0}' cannot be monitored because it is {1}: {2}",
        "Some members have no place where a wrapper could stand. What is refused is named here rather than left out silently.");

    internal static readonly DiagnosticDescriptor WithoutEffect = Warning(
        FindingIds.WithoutEffect,
        "Attribute or setting has no effect",
        "{0} has no effect: {1}",
        "An annotation that changes nothing makes readers believe that something is measured.");

    internal static readonly DiagnosticDescriptor DuplicateOperationName = WarningAtEnd(
        FindingIds.DuplicateOperationName,
        "Operations of two types share a name",
        "The operation name '{0}' is also that of '{1}'; the two are counted together",
        "Two methods of one type may share a name, as overloads do. Across types one latency and one error rate for two different things hides both.");

    internal static readonly DiagnosticDescriptor InvalidMetricName = Error(
        FindingIds.InvalidMetricName,
        "Name is not valid",
        "{0} name '{1}' is not valid: {2}",
        "A metric name matches [a-zA-Z_:][a-zA-Z0-9_:]*, and an operation name is not empty. Prometheus refuses a whole scrape for one bad name.");

    internal static readonly DiagnosticDescriptor InvalidLabelName = Error(
        FindingIds.InvalidLabelName,
        "Label name is not valid",
        "Label name '{0}' is not valid: {1}",
        "A label name matches [a-zA-Z_][a-zA-Z0-9_]*, does not begin with two underscores, occurs once, and is none of the names that the metric uses itself.");

    internal static readonly DiagnosticDescriptor UnboundedLabel = Error(
        FindingIds.UnboundedLabel,
        "Label is not bounded",
        "'{0}' of type '{1}' cannot be a label because its values are not bounded: {2}",
        "Every distinct value makes a series that is kept in memory here and in Prometheus. Identifiers and free text grow without end and take the server down with them.");

    internal static readonly DiagnosticDescriptor InvalidLabelValues = Error(
        FindingIds.InvalidLabelValues,
        "Values or Limit of a label is wrong",
        "The bounds of label '{0}' are wrong: {1}",
        "A string label is bounded by Values, a list of distinct values, or by Limit, from 1 to 10,000; not by both. Enums and bools bound themselves.");

    internal static readonly DiagnosticDescriptor InvalidBuckets = Error(
        FindingIds.InvalidBuckets,
        "Buckets are not valid",
        "Buckets are not valid: {0}",
        "Bounds are seconds: finite, greater than zero, ascending. The bucket +Inf is added.");

    internal static readonly DiagnosticDescriptor InvalidSampleEvery = Error(
        FindingIds.InvalidSampleEvery,
        "SampleEvery is below 1",
        "SampleEvery is {0}; it is 1 to time every call, or n to time every n-th",
        "Every call is counted in any case; SampleEvery says how many of them read the clock.");

    internal static readonly DiagnosticDescriptor CoreMissing = Error(
        FindingIds.CoreMissing,
        "Implementation of a partial monitored method is missing",
        "'{0}' has no implementation to measure: a method '{1}' with the same signature is {2}",
        "A partial method with the attribute and without a body gets a generated body that measures a call of the method named after it with 'Core' at its end.");

    internal static readonly DiagnosticDescriptor InvalidDefaults = Error(
        FindingIds.InvalidDefaults,
        "Setting of the assembly is not valid",
        "{0} '{1}' is not valid: {2}",
        "Prefix goes before the name of every metric of the assembly, so it must itself be the beginning of a valid name.");

    internal static readonly DiagnosticDescriptor InterfaceCoversDefaultsOnly = Warning(
        FindingIds.InterfaceCoversDefaultsOnly,
        "Attribute on an interface does not reach its implementations",
        "On interface '{0}' the attribute covers default implementations only; put it on the classes that implement the interface",
        "A method is measured where its body is. An interface member without a body has nothing to measure.");

    internal static readonly DiagnosticDescriptor TooManySeries = Error(
        FindingIds.TooManySeries,
        "Labels make too many series",
        "The labels of '{0}' make {1} series, with those of 'none' and 'other'; there may be {2}",
        "The numbers of values of all labels multiply, and each series is a histogram of some twenty lines. Leave a label out or lower a Limit.");

    internal static readonly DiagnosticDescriptor ConflictingDefinitions = WarningAtEnd(
        FindingIds.ConflictingDefinitions,
        "Operations of one name differ",
        "Operation '{0}' differs in labels or settings from '{1}'; the two cannot be counted together",
        "Methods that share an operation share its series, so their labels, buckets and sampling must agree. Give one of them a name of its own.");

    internal static readonly DiagnosticDescriptor MetricUnitMissing = Warning(
        FindingIds.MetricUnitMissing,
        "Duration metric does not name its unit",
        "Metric '{0}' holds durations in seconds and should end in '_seconds'",
        "Prometheus and OpenMetrics put the base unit last in a name, and dashboards and people rely on it.");

    internal static readonly DiagnosticDescriptor MetricNotSupported = Error(
        FindingIds.MetricNotSupported,
        "Metric cannot be declared like this",
        "'{0}' cannot be a metric because it is {1}: {2}",
        "The build writes the body of a partial method, or reads a member at each scrape. What it cannot write or read is named here, and records nothing.");

    internal static readonly DiagnosticDescriptor EventNotSupported = Error(
        FindingIds.EventNotSupported,
        "Event cannot be declared like this",
        "'{0}' cannot be part of an event because it is {1}: {2}",
        "The build writes Record() into the event's own type, and hands the event to whoever listens. What does not allow that is named here, and records nothing.");

    private static DiagnosticDescriptor Error(string id, string title, string message, string description) =>
        Create(id, title, message, DiagnosticSeverity.Error, description);

    private static DiagnosticDescriptor Warning(string id, string title, string message, string description) =>
        Create(id, title, message, DiagnosticSeverity.Warning, description);

    /// <summary>A rule that can be decided only when the whole compilation has been seen.</summary>
    private static DiagnosticDescriptor WarningAtEnd(string id, string title, string message, string description) =>
        Create(id, title, message, DiagnosticSeverity.Warning, description, WellKnownDiagnosticTags.CompilationEnd);

    /// <inheritdoc cref="WarningAtEnd"/>
    private static DiagnosticDescriptor ErrorAtEnd(string id, string title, string message, string description) =>
        Create(id, title, message, DiagnosticSeverity.Error, description, WellKnownDiagnosticTags.CompilationEnd);

    private static DiagnosticDescriptor Create(
        string id, string title, string message, DiagnosticSeverity severity, string description, params string[] tags) =>
        new(id, title, message, "Instrumentation", severity, isEnabledByDefault: true, description, RulePages.Of(id), tags);
}
