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

    // From here on: alert rules and objectives. Arguments: the rule's name; what is wrong; what was probably meant, in place of what stands there, if that is known.

    /// <summary>A condition cannot be read.</summary>
    public const string ConditionSyntax = "INST040";

    /// <summary>A condition uses a shorthand that does not exist, or that has nothing to stand for.</summary>
    public const string UnknownShorthand = "INST041";

    /// <summary>A condition asks of a metric what metrics of its kind cannot answer.</summary>
    public const string WrongKind = "INST042";

    /// <summary>A number in a condition has a unit that does not fit, or that does not exist.</summary>
    public const string WrongUnit = "INST043";

    /// <summary>A condition reads a metric that nobody declares, spelt much like one there is. Found by the analyzers.</summary>
    public const string MisspeltMetric = "INST044";

    /// <summary>A condition reads a metric that nobody declares. Found by the analyzers.</summary>
    public const string UnknownMetric = "INST045";

    /// <summary>A rule uses a label that the metric does not have, or a value that the label cannot take.</summary>
    public const string UnknownRuleLabel = "INST046";

    /// <summary>A window is too short for the interval of the samples. Found by the analyzers.</summary>
    public const string WindowTooShort = "INST047";

    /// <summary>A condition holds always or never.</summary>
    public const string ConstantCondition = "INST048";

    /// <summary>Two rules share a name. Found by the analyzers.</summary>
    public const string DuplicateRuleName = "INST049";

    /// <summary>A duration of a rule is none, or out of range.</summary>
    public const string InvalidRuleDuration = "INST050";

    /// <summary>For is shorter than the interval of the samples. Found by the analyzers.</summary>
    public const string ForTooShort = "INST051";

    /// <summary>A label that a rule adds is not valid.</summary>
    public const string InvalidRuleLabel = "INST052";

    /// <summary>A template is wrong.</summary>
    public const string InvalidTemplate = "INST053";

    /// <summary>The runbook is no absolute URL.</summary>
    public const string InvalidRunbook = "INST054";

    /// <summary>ResolveWhen contradicts the condition.</summary>
    public const string ContradictoryResolve = "INST055";

    /// <summary>An objective is not valid.</summary>
    public const string InvalidObjective = "INST056";

    /// <summary>An alert's name is not in CamelCase.</summary>
    public const string AlertNameStyle = "INST057";

    /// <summary>An alert's name is empty, or its severity none of those there are.</summary>
    public const string InvalidAlert = "INST058";

    /// <summary>A rule or objective stands where it has no effect.</summary>
    public const string RuleWithoutEffect = "INST059";
}
