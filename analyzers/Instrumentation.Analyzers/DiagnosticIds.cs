namespace Instrumentation.Analyzers;

/// <summary>The ids of the rules that the analyzers decide by themselves. Those of the generator's parser are in its <c>FindingIds</c>.</summary>
internal static class DiagnosticIds
{
    public const string UnboundedLabelName = "INST019";
    public const string EnumTooLarge = "INST020";
    public const string FlagsEnumLabel = "INST021";
    public const string SeriesBudget = "INST022";
    public const string ConflictingMetrics = "INST023";
    public const string CounterSuffix = "INST024";
    public const string NotBaseUnit = "INST025";
    public const string ReservedName = "INST026";
    public const string NameStyle = "INST027";
    public const string CollidingNames = "INST028";
    public const string MetricCreatedAgain = "INST029";
    public const string UnboundedTag = "INST030";
    public const string BucketsInWrongUnit = "INST031";
    public const string TooManyBuckets = "INST032";
}
