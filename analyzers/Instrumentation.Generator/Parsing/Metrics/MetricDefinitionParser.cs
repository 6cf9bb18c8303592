using System.Globalization;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Model.Metrics;
using Instrumentation.Metrics;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing.Metrics;

/// <summary>Parses what a metric is: all that its attribute says.</summary>
internal sealed class MetricDefinitionParser(FindingList findings, CancellationToken cancellation)
{
    /// <summary>The name under which a metric is refused that no attribute names; it never gets into a program.</summary>
    private const string Nameless = "unnamed";

    private const int SizePreset = 5;
    private const int CountPreset = 6;
    private const int RatioPreset = 7;
    private const int DurationPreset = 1;

    /// <param name="settings">The attribute.</param>
    /// <param name="symbol">The member that bears it.</param>
    /// <param name="member">The member's name, with that of its type.</param>
    /// <param name="labels">The labels.</param>
    /// <param name="value">What is recorded; null where nothing is, or it is refused.</param>
    public MetricModel Parse(MetricSettings settings, ISymbol symbol, string member, EquatableArray<LabelModel> labels, ValueKind? value)
    {
        if (settings.Kind is null)
        {
            findings.Refuse(FindingIds.MetricNotSupported, settings.Location, member, "of a kind that does not exist", "the kinds are those of MetricKind");
        }

        var kind = settings.Kind ?? MetricKind.Gauge;
        var name = settings.Name ?? Nameless;
        if (NameRules.WhyInvalidMetric(settings.Name ?? "", kind == MetricKind.Counter) is { } why)
        {
            findings.Refuse(FindingIds.InvalidMetricName, settings.Location, "metric", settings.Name ?? "", why);
        }

        return Complete(
            new()
            {
                Name = name,
                Kind = kind,
                Help = settings.Help ?? DocComment.FirstSentence(symbol, cancellation) ?? InWords(name),
                Unit = Unit(settings, name),
                Labels = labels,
                Buckets = Buckets(settings, kind, name, value),
                ExpireAfter = ExpireAfter(settings.ExpireAfter, settings.LocationOf("ExpireAfter"), member, labels),
                Owner = settings.Owner,
                Member = member,
            },
            settings.Location);
    }

    /// <summary>Checks what can be said only of the whole metric.</summary>
    public MetricModel Complete(MetricModel metric, SourceLocation? location)
    {
        if (metric.SeriesCount > DefinitionParser.SeriesBudget)
        {
            findings.Refuse(
                FindingIds.TooManySeries,
                location,
                metric.Member,
                SeriesProduct.Describe(metric.Labels, label => label.Count),
                SeriesProduct.Number(DefinitionParser.SeriesBudget));
        }

        return metric;
    }

    /// <summary>The time in ticks; 0 when there is none.</summary>
    public long ExpireAfter(string? text, SourceLocation? location, string member, EquatableArray<LabelModel> labels)
    {
        if (text is null)
        {
            return 0;
        }

        if (DurationText.Parse(text) is not { } ticks || ticks < TimeSpan.TicksPerMinute)
        {
            findings.Refuse(
                FindingIds.MetricNotSupported,
                location,
                member,
                $"expiring after '{text}'",
                "give a duration of at least a minute, such as \"15m\" or \"1h30m\"");
            return 0;
        }

        if (labels.All(label => label.Limit == 0))
        {
            findings.Note(FindingIds.WithoutEffect, location, "ExpireAfter", "series of declared values stay; only those of a label with a Limit expire");
        }

        return ticks;
    }

    /// <summary><c>combat_kills_total</c> reads <c>Combat kills.</c></summary>
    public static string InWords(string name)
    {
        var words = MetricUnit.Stem(name).Replace('_', ' ').Trim();
        return words.Length == 0 ? name : char.ToUpperInvariant(words[0]) + words.Substring(1) + ".";
    }

    /// <summary>The bounds of a preset in the unit that the metric's name ends in.</summary>
    private static EquatableArray<double> Preset(int preset, string name)
    {
        var bounds = PresetBounds.Of(preset)!;
        return MetricUnit.OfName(name) is { IsTime: true } unit && PresetBounds.AreSeconds(preset)
            ? new(bounds.Select(unit.OfSeconds))
            : new(bounds);
    }

    private string? Unit(MetricSettings settings, string name)
    {
        if (settings.Unit is not { Length: > 0 } unit)
        {
            return settings.Unit is null && MetricUnit.OfName(name) is { } found && MetricUnit.IsBase(found) && MetricUnit.Stem(name) != found.Name
                ? found.Name
                : null;
        }

        if (!MetricUnit.Stem(name).EndsWith("_" + unit, StringComparison.Ordinal))
        {
            findings.Refuse(
                FindingIds.InvalidMetricName,
                settings.LocationOf("Unit"),
                "metric",
                name,
                $"it must end in its unit '_{unit}'" + (settings.Kind == MetricKind.Counter ? ", before '_total'" : ""));
        }

        return unit;
    }

    private EquatableArray<double>? Buckets(MetricSettings settings, MetricKind kind, string name, ValueKind? value)
    {
        if (kind != MetricKind.Histogram)
        {
            if (settings.Buckets is not null || settings.Preset != 0)
            {
                var setting = settings.Buckets is not null ? "Buckets" : "Preset";
                findings.Note(FindingIds.WithoutEffect, settings.LocationOf(setting), setting, "only histograms have buckets");
            }

            return null;
        }

        if (settings.Buckets is { } buckets)
        {
            var why = settings.Preset != 0 ? "both Buckets and Preset are given" : BucketRules.WhyInvalid(buckets, arePositive: value == ValueKind.Time);
            if (why is not null)
            {
                findings.Refuse(FindingIds.InvalidBuckets, settings.LocationOf("Buckets"), why);
            }

            return new(buckets);
        }

        if (settings.Preset != 0 && PresetBounds.Of(settings.Preset) is null)
        {
            findings.Refuse(
                FindingIds.InvalidBuckets,
                settings.LocationOf("Preset"),
                $"there is no preset with number {settings.Preset.ToString(CultureInfo.InvariantCulture)}");
        }

        return Preset(PresetBounds.Of(settings.Preset) is null ? DefaultPreset(name, value) : settings.Preset, name);
    }

    private static int DefaultPreset(string name, ValueKind? value) => MetricUnit.OfName(name) switch
    {
        { IsTime: true } => DurationPreset,
        { Name: "bytes" } => SizePreset,
        { Name: "ratio" } => RatioPreset,
        _ => value == ValueKind.Time ? DurationPreset : CountPreset,
    };
}
