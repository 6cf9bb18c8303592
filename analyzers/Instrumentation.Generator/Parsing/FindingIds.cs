namespace Instrumentation.Generator.Parsing;

/// <summary>
/// The ids of everything that can be wrong with an annotation, in one place for parser and analyzers. The comment of each names the
/// arguments of its message, in order.
/// </summary>
internal static class FindingIds
{
    /// <summary>The type, or one around it, is not partial. Arguments: operation or type; the type that is not partial.</summary>
    public const string TypeNotPartial = "INST001";

    /// <summary>The construct cannot be monitored. Arguments: the member; the construct's name; why.</summary>
    public const string ConstructNotSupported = "INST002";

    /// <summary>An attribute or a setting of one changes nothing. Arguments: the attribute or setting; why.</summary>
    public const string WithoutEffect = "INST003";

    /// <summary>
    /// Operations of two types share a name. Arguments: the name; the other member. Found by the analyzers.
    /// </summary>
    public const string DuplicateOperationName = "INST004";

    /// <summary>The name of an operation or metric is not valid. Arguments: operation or metric; the name; why.</summary>
    public const string InvalidMetricName = "INST005";

    /// <summary>A label's name is not valid, is reserved, or occurs twice. Arguments: the name; why.</summary>
    public const string InvalidLabelName = "INST006";

    /// <summary>The values of a parameter cannot be bounded. Arguments: the parameter; its type; what to do.</summary>
    public const string UnboundedLabel = "INST007";

    /// <summary>Values or Limit of a label are wrong or out of place. Arguments: the parameter; why.</summary>
    public const string InvalidLabelValues = "INST008";

    /// <summary>Buckets are empty, not finite, not positive, or not ascending. Arguments: why.</summary>
    public const string InvalidBuckets = "INST009";

    /// <summary>SampleEvery is below 1. Arguments: the value.</summary>
    public const string InvalidSampleEvery = "INST010";

    /// <summary>
    /// A partial method without a body has no FooCore that fits. Arguments: the method; the expected name; missing or mismatched.
    /// </summary>
    public const string CoreMissing = "INST011";

    /// <summary>Prefix or Service of an assembly is not valid. Arguments: the setting; the value; why.</summary>
    public const string InvalidDefaults = "INST012";

    /// <summary>On an interface the attribute covers default implementations only. Arguments: the interface.</summary>
    public const string InterfaceCoversDefaultsOnly = "INST013";

    /// <summary>The labels can make more series than the budget allows. Arguments: the member; the series; the budget.</summary>
    public const string TooManySeries = "INST014";

    /// <summary>Operations of one name differ in labels or settings. Arguments: the name; the other member.</summary>
    public const string ConflictingDefinitions = "INST015";

    /// <summary>The name of a duration metric should end in _seconds. Arguments: the name.</summary>
    public const string MetricUnitMissing = "INST016";

    /// <summary>A metric cannot be declared like this. Arguments: the member; the construct's name; why.</summary>
    public const string MetricNotSupported = "INST017";

    /// <summary>An event cannot be declared like this. Arguments: the type or member; the construct's name; why.</summary>
    public const string EventNotSupported = "INST018";
}
