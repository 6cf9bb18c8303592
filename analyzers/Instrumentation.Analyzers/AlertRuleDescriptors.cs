using Instrumentation.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers;

/// <summary>The rules about alert rules and objectives. The arguments of a message are the rule's name and what is wrong.</summary>
/// <remarks>An error is what would leave an alert unwatched although its author asked for it; a warning is evaluated, but not as meant.</remarks>
internal static class AlertRuleDescriptors
{
    internal static readonly DiagnosticDescriptor ConditionSyntax = Error(
        FindingIds.ConditionSyntax,
        "Condition of an alert rule cannot be read",
        "The condition is read while compiling. One that cannot be read is left out of the rules, so nothing would watch for what it describes.");

    internal static readonly DiagnosticDescriptor UnknownShorthand = Error(
        FindingIds.UnknownShorthand,
        "Shorthand of a condition does not exist",
        "Shorthands stand for the operation, metric or event that bears the rule. A word that is none, or that has nothing to stand for, would watch for nothing.");

    internal static readonly DiagnosticDescriptor WrongKind = Error(
        FindingIds.WrongKind,
        "Condition does not fit the kind of the metric",
        "Each kind of metric answers other questions: a rate is of counters, a quantile of histograms, a value of gauges. The wrong question has an answer that means nothing.");

    internal static readonly DiagnosticDescriptor WrongUnit = Error(
        FindingIds.WrongUnit,
        "Unit in a condition does not fit",
        "Durations are compared with durations, sizes with sizes and shares with shares. A threshold in another unit is never right.");

    internal static readonly DiagnosticDescriptor MisspeltMetric = Error(
        FindingIds.MisspeltMetric,
        "Metric of a condition is misspelt",
        "A condition over a series that does not exist has no result, so the alert never fires and nobody is told.");

    internal static readonly DiagnosticDescriptor UnknownMetric = Warning(
        FindingIds.UnknownMetric,
        "Metric of a condition is not known",
        "A condition over a series that does not exist has no result, so the alert never fires. Metrics that come from elsewhere are named in .editorconfig.");

    internal static readonly DiagnosticDescriptor UnknownRuleLabel = Error(
        FindingIds.UnknownRuleLabel,
        "Label of a condition does not exist",
        "A label that a metric does not have, or a value that the label never takes, matches nothing: the alert never fires.");

    internal static readonly DiagnosticDescriptor WindowTooShort = Warning(
        FindingIds.WindowTooShort,
        "Window is too short for the samples",
        "A rate needs two samples, and more where one is missing now and then. By custom a window is at least four times as long as the distance of the samples.");

    internal static readonly DiagnosticDescriptor ConstantCondition = Warning(
        FindingIds.ConstantCondition,
        "Condition holds always or never",
        "An alert that always fires is muted, and one that never fires is trusted. Both are worse than none.");

    internal static readonly DiagnosticDescriptor DuplicateRuleName = Warning(
        FindingIds.DuplicateRuleName,
        "Rules share a name",
        "Silences, routes and pages go by the name of an alert. Two rules with one name cannot be told apart there.", WellKnownDiagnosticTags.CompilationEnd);

    internal static readonly DiagnosticDescriptor InvalidRuleDuration = Error(
        FindingIds.InvalidRuleDuration,
        "Duration of a rule is not valid",
        "Durations are numbers with units, from large to small, as Prometheus writes them: 90s, 5m, 1h30m.");

    internal static readonly DiagnosticDescriptor ForTooShort = Info(
        FindingIds.ForTooShort,
        "For is shorter than the interval of the samples",
        "Between two samples nothing is known, so a condition that held once holds until the next. A shorter For has the effect of none.");

    internal static readonly DiagnosticDescriptor InvalidRuleLabel = Error(
        FindingIds.InvalidRuleLabel,
        "Label that a rule adds is not valid",
        "Labels of alerts are written name=value. Their names are those of Prometheus; alertname and severity are set by the attribute itself.");

    internal static readonly DiagnosticDescriptor InvalidTemplate = Error(
        FindingIds.InvalidTemplate,
        "Template of a rule is wrong",
        "A template that fails shows its mistake to whoever is woken up, in place of what happened.");

    internal static readonly DiagnosticDescriptor InvalidRunbook = Warning(
        FindingIds.InvalidRunbook,
        "Runbook is no absolute URL",
        "The runbook is opened from a notification, where nothing is known that a relative address could be relative to.");

    internal static readonly DiagnosticDescriptor ContradictoryResolve = Error(
        FindingIds.ContradictoryResolve,
        "ResolveWhen contradicts the condition",
        "ResolveWhen says when a firing alert is over. If it holds while the condition does, the alert fires and resolves at once, again and again.");

    internal static readonly DiagnosticDescriptor InvalidObjective = Error(
        FindingIds.InvalidObjective,
        "Objective is not valid",
        "An objective is a share of calls below 100 %. How many calls were fast enough is known at the bounds of the buckets, and nowhere between.");

    internal static readonly DiagnosticDescriptor AlertNameStyle = Info(
        FindingIds.AlertNameStyle,
        "Alert name is not in CamelCase",
        "Names of alerts are in CamelCase wherever Prometheus is used, so that they are told apart from names of metrics in silences, routes and pages.");

    internal static readonly DiagnosticDescriptor InvalidAlert = Error(
        FindingIds.InvalidAlert,
        "Alert has no name or no severity",
        "An alert without a name cannot be silenced, routed or talked about.");

    internal static readonly DiagnosticDescriptor RuleWithoutEffect = Error(
        FindingIds.RuleWithoutEffect,
        "Rule or objective stands where it has no effect",
        "What changes nothing makes readers believe that something is watched.");

    private static DiagnosticDescriptor Error(string id, string title, string description) => Create(id, title, DiagnosticSeverity.Error, description);

    private static DiagnosticDescriptor Warning(string id, string title, string description, params string[] tags) =>
        Create(id, title, DiagnosticSeverity.Warning, description, tags);

    private static DiagnosticDescriptor Info(string id, string title, string description) => Create(id, title, DiagnosticSeverity.Info, description);

    private static DiagnosticDescriptor Create(string id, string title, DiagnosticSeverity severity, string description, params string[] tags) =>
        new(id, title, "Rule '{0}': {1}", "Instrumentation", severity, isEnabledByDefault: true, description, RulePages.Of(id), tags);
}
