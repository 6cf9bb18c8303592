namespace Instrumentation.Generator;

/// <summary>The names of the pipeline's steps, by which tests prove that an unrelated edit runs none of them anew.</summary>
internal static class TrackingNames
{
    public const string Operations = nameof(Operations);
    public const string Types = nameof(Types);
    public const string MetricMembers = nameof(MetricMembers);
    public const string PositionalMembers = nameof(PositionalMembers);
    public const string Events = nameof(Events);
    public const string MetricTypes = nameof(MetricTypes);
    public const string DeclaredMetrics = nameof(DeclaredMetrics);
    public const string Prefixes = nameof(Prefixes);
    public const string Defaults = nameof(Defaults);
    public const string Assembly = nameof(Assembly);
    public const string References = nameof(References);
    public const string Registration = nameof(Registration);
    public const string AlertRules = nameof(AlertRules);
    public const string EventRules = nameof(EventRules);
    public const string Objectives = nameof(Objectives);
    public const string RuleTable = nameof(RuleTable);

    public static readonly string[] All =
    [
        Operations, Types, MetricMembers, PositionalMembers, Events, MetricTypes, DeclaredMetrics, Prefixes, Defaults, Assembly, References,
        Registration, AlertRules, EventRules, Objectives, RuleTable,
    ];
}
