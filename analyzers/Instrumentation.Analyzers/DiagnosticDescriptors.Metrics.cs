using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers;

/// <content>The rules about metrics: their names, their labels, how they are made, and what other libraries are given.</content>
internal static partial class DiagnosticDescriptors
{
    internal static readonly DiagnosticDescriptor UnboundedLabelName = Warning(
        DiagnosticIds.UnboundedLabelName,
        "Name of a label says that it has no bound",
        "{0} '{1}' is {2}: {3}",
        "A Limit keeps the process alive, but a metric about the first players that came along says nothing about the others. Put identifiers into an event, a span or the "
        + "log, and label by what they have in common: a tier, a region, a kind.");

    internal static readonly DiagnosticDescriptor EnumTooLarge = Warning(
        DiagnosticIds.EnumTooLarge,
        "Enum of a label has very many members",
        "Label '{0}' has a series for each of the {2} members of '{1}'; more than {3} are hard to read and dear to keep",
        "Every member multiplies the series of all other labels. Group the members into a few kinds, or raise instrumentation_max_enum_members in .editorconfig.");

    internal static readonly DiagnosticDescriptor FlagsEnumLabel = Warning(
        DiagnosticIds.FlagsEnumLabel,
        "Enum of a label is a set of flags",
        "Label '{0}' takes the flags of '{1}': only single members have a value, and every combination of them reads 'other'",
        "A label has one value at a time. Use an enum of the combinations that matter, or one bool label for each flag.");

    internal static readonly DiagnosticDescriptor SeriesBudget = Warning(
        DiagnosticIds.SeriesBudget,
        "Labels of a metric multiply beyond the budget",
        "The labels of '{0}' make {1} series; the budget is {2} a metric",
        "The numbers of values of all labels multiply; of a histogram each series is some twenty lines of every scrape. Leave a label out, group its values, lower a Limit, or "
        + "raise instrumentation_series_budget in .editorconfig.");

    internal static readonly DiagnosticDescriptor ConflictingMetrics = ErrorAtEnd(
        DiagnosticIds.ConflictingMetrics,
        "Metrics of one name differ",
        "Metric '{0}' is declared by '{1}' as well, with {2}",
        "Metrics that share a name share their series, so all they are must agree; the one registered second would be measured and never shown. Give one of them a name of "
        + "its own, or declare both alike.");

    internal static readonly DiagnosticDescriptor CounterSuffix = Warning(
        DiagnosticIds.CounterSuffix,
        "Name of a metric does not fit its kind",
        "The name '{0}' does not fit its kind: {1}",
        "Prometheus and OpenMetrics tell kinds apart by suffix, and queries rely on it. A counter ends in _total and nothing else does; _bucket, _count, _sum, _created and _info "
        + "belong to series that are derived.");

    internal static readonly DiagnosticDescriptor NotBaseUnit = Warning(
        DiagnosticIds.NotBaseUnit,
        "Metric is not named in a base unit",
        "In the name '{0}' {1}",
        "Seconds, bytes and ratios from 0 to 1, with the unit last in the name: so any two metrics can be compared, and dashboards can scale them by themselves.");

    internal static readonly DiagnosticDescriptor ReservedName = Warning(
        DiagnosticIds.ReservedName,
        "Label has a name that is given otherwise",
        "Label '{0}' clashes: {1}",
        "A scrape adds the labels job and instance, histograms and summaries their le and quantile. A label of one's own under such a name is renamed, or breaks the scrape.");

    internal static readonly DiagnosticDescriptor NameStyle = Warning(
        DiagnosticIds.NameStyle,
        "Name is not as names are written",
        "{0} name '{1}' is unusual: {2}",
        "Names are read by people who did not write them: snake_case, without the kind, without what the prefix says already.");

    internal static readonly DiagnosticDescriptor CollidingNames = ErrorAtEnd(
        DiagnosticIds.CollidingNames,
        "Samples of two metrics bear one name",
        "Metric '{0}' clashes with '{1}' of '{2}': both have '{3}' as the name of a sample or family",
        "A counter x_total is the family x, and a histogram x has samples x_bucket, x_count, x_sum. A second metric of such a name makes a scrape that cannot be read, so it is "
        + "measured and never shown.");

    internal static readonly DiagnosticDescriptor BucketsInWrongUnit = Warning(
        DiagnosticIds.BucketsInWrongUnit,
        "Buckets are in another unit than the metric",
        "The buckets from {0} to {1} of '{2}' look like {3}",
        "Bounds in the wrong unit put every observation into one bucket, and every quantile is made up.");

    internal static readonly DiagnosticDescriptor TooManyBuckets = Warning(
        DiagnosticIds.TooManyBuckets,
        "Histogram has very many buckets",
        "'{0}' has {1} buckets; more than {2} cost more than they tell",
        "Each bucket is a series for every combination of the other labels. Ten to twenty bounds, close together where decisions are made, answer what is asked. The number is "
        + "instrumentation_max_buckets in .editorconfig.");

    internal static readonly DiagnosticDescriptor MetricCreatedAgain = Warning(
        DiagnosticIds.MetricCreatedAgain,
        "Metric is created again and again",
        "{0} is created {1}; create it once and tell cases apart by a label, or declare it with [GameMetric]",
        "To make a metric takes a lock and a look-up at best; some libraries keep every one that was ever made. A metric is made once, in a static field, a constructor, or by "
        + "an attribute.");

    internal static readonly DiagnosticDescriptor UnboundedTag = Warning(
        DiagnosticIds.UnboundedTag,
        "Tag of a metric is not bounded",
        "{0} is {1}: every new value makes another series, here and in whatever collects them",
        "The library called here does not bound its labels: each distinct value is kept in memory for as long as the process lives, and again in the database behind. "
        + "Drop the tag, put it on the span or into the log, or map it to few values.");
}
