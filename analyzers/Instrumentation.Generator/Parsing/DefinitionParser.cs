using System.Globalization;
using Instrumentation.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>
/// Parses what an operation is. A method's own attribute goes before its type's; Metric and Help are a method's alone, since a histogram of
/// its own name has no label to tell operations apart.
/// </summary>
internal sealed class DefinitionParser(FindingList findings)
{
    /// <summary>The most series that one operation may have.</summary>
    public const int SeriesBudget = 100_000;

    public DefinitionModel Parse(
        IMethodSymbol method, OperationSettings? own, OperationSettings? fromType, EquatableArray<LabelModel> labels, SourceLocation? location)
    {
        var definition = new DefinitionModel
        {
            Name = own?.Name ?? DefaultName(method, fromType),
            IsNameGiven = own?.Name is not null,
            Metric = own?.Metric,
            Help = own?.Help,
            Buckets = (own?.Buckets ?? fromType?.Buckets) is { } buckets ? new EquatableArray<double>(buckets) : null,
            SampleEvery = own?.SampleEvery ?? fromType?.SampleEvery ?? 1,
            Trace = own?.Trace ?? fromType?.Trace ?? true,
            Labels = labels,
        };
        if (own is not null)
        {
            Check(own);
            CheckMetric(own);
        }

        if (definition.SeriesCount > SeriesBudget)
        {
            findings.Refuse(
                FindingIds.TooManySeries,
                location,
                method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat),
                SeriesProduct.Describe(definition.Labels, label => label.Count),
                SeriesProduct.Number(SeriesBudget));
        }

        return definition;
    }

    /// <summary>Checks what an attribute on a method and one on a type have in common.</summary>
    public void Check(OperationSettings settings)
    {
        if (settings.Name is { } name && string.IsNullOrWhiteSpace(name))
        {
            findings.Refuse(FindingIds.InvalidMetricName, settings.LocationOf(null), "operation", name, "it is empty");
        }

        if (settings.SampleEvery < 1)
        {
            findings.Refuse(
                FindingIds.InvalidSampleEvery,
                settings.LocationOf(nameof(settings.SampleEvery)),
                settings.SampleEvery.Value.ToString(CultureInfo.InvariantCulture));
        }

        if (settings.Buckets is { } buckets && BucketRules.WhyInvalid(buckets, arePositive: true) is { } why)
        {
            findings.Refuse(FindingIds.InvalidBuckets, settings.LocationOf(nameof(settings.Buckets)), why);
        }
    }

    private static string DefaultName(IMethodSymbol method, OperationSettings? fromType)
    {
        var member = GeneratedNames.BaseName(method);
        if (method.AssociatedSymbol is { } associated)
        {
            // The name of an indexer is "this[]" in code and "Item", or what IndexerName says, in metadata.
            var name = associated.MetadataName.Substring(associated.MetadataName.LastIndexOf('.') + 1);
            member = name + method.MethodKind switch
            {
                MethodKind.PropertyGet => ".get",
                MethodKind.PropertySet => ".set",
                MethodKind.EventAdd => ".add",
                _ => ".remove",
            };
        }

        else if (ExtensionMembers.AccessorName(method) is { } accessor)
        {
            member = accessor;
        }

        return $"{fromType?.Name ?? TypeParts.OperationName(Coverage.Declaring(method))}.{member}";
    }

    private void CheckMetric(OperationSettings settings)
    {
        if (settings.Metric is not { } metric)
        {
            if (settings.Help is not null)
            {
                findings.Note(
                    FindingIds.WithoutEffect, settings.LocationOf("Help"), "Help", "it is the help text of the histogram that Metric names");
            }

            return;
        }

        if (NameRules.WhyInvalidMetric(metric) is { } why)
        {
            findings.Refuse(FindingIds.InvalidMetricName, settings.LocationOf(nameof(settings.Metric)), "metric", metric, why);
        }
        else if (!metric.EndsWith("_seconds", StringComparison.Ordinal))
        {
            findings.Note(FindingIds.MetricUnitMissing, settings.LocationOf(nameof(settings.Metric)), metric);
        }
    }
}
