using System.Runtime.CompilerServices;
using System.Text;
using Instrumentation.Analyzers.Rules;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Model.Metrics;
using Instrumentation.Generator.Parsing;
using Instrumentation.Generator.Parsing.Rules;
using Instrumentation.PromQL.Conditions;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.AlertRules;

/// <summary>The metrics that a compilation declares or gets from the assemblies it refers to. Gathered once, and only when a condition in PromQL asks.</summary>
internal static class KnownMetrics
{
    private static readonly ConditionalWeakTable<Compilation, Lazy<MetricCatalog>> s_all = new();

    internal static MetricCatalog Of(Compilation compilation) =>
        s_all.GetValue(compilation, static compilation => new(() => Gather(compilation))).Value;

    private static MetricCatalog Gather(Compilation compilation)
    {
        var catalog = new MetricCatalog();
        var assembly = RuleAssembly.Of(compilation.Assembly);
        var annotations = Annotations.Of(compilation);
        foreach (var symbol in AnnotatedSymbols.Of(compilation))
        {
            var parsed = annotations.Of(symbol, default);
            foreach (var operation in parsed.Operations)
            {
                AddOperation(catalog, operation.Definition!, assembly);
            }

            foreach (var metric in parsed.Metrics)
            {
                catalog.Add(new(
                    assembly.WithPrefix(metric.Metric.Name), RuleSubject.KindOf(metric.Metric.Kind), LabelsOf(metric.Metric.Labels), BoundsOf(metric.Metric.Buckets), metric.Metric.Unit));
            }
        }

        var prefixes = compilation.Assembly.FindAll(Attributes.MetricPrefix)
            .Where(static attribute => attribute.ConstructorArguments.Length == 2)
            .GroupBy(static attribute => attribute.FirstString() ?? "", StringComparer.Ordinal)
            .ToDictionary(static same => same.Key, static same => same.First().ConstructorArguments[1].Value as string ?? "", StringComparer.Ordinal);
        foreach (var reference in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            AddReference(catalog, reference, prefixes.TryGetValue(reference.Name, out var prefix) ? prefix : null);
        }

        return catalog;
    }

    private static void AddOperation(MetricCatalog catalog, DefinitionModel definition, RuleAssembly assembly)
    {
        var own = LabelsOf(definition.Labels);
        if (assembly.Service is { } service)
        {
            own["service"] = [service];
        }

        var shared = new Dictionary<string, IReadOnlyCollection<string>?>(own, StringComparer.Ordinal) { ["operation"] = [definition.Name] };
        var bounds = BoundsOf(definition.Buckets) is { Count: > 0 } given ? given : ConditionSubject.DefaultDurationBounds;
        catalog.Add(new(
            assembly.WithPrefix(definition.Metric ?? "operation_duration_seconds"),
            SubjectKind.Histogram,
            definition.Metric is null ? shared : own,
            bounds,
            "seconds"));
        catalog.Add(new(
            assembly.WithPrefix("operation_failures_total"),
            SubjectKind.Counter,
            new Dictionary<string, IReadOnlyCollection<string>?>(shared, StringComparer.Ordinal) { ["error"] = null },
            []));
        catalog.Add(new(assembly.WithPrefix("operation_cancellations_total"), SubjectKind.Counter, shared, []));
        catalog.Add(new(assembly.WithPrefix("operations_in_flight"), SubjectKind.Gauge, shared, []));
    }

    private static void AddReference(MetricCatalog catalog, IAssemblySymbol reference, string? prefix)
    {
        foreach (var attribute in reference.FindAll("Instrumentation.DeclaredMetricAttribute"))
        {
            if (attribute.FirstString() is { } name && attribute.ConstructorArguments.Length > 1 && attribute.ConstructorArguments[1].Value is int kind)
            {
                var start = attribute.IsGiven("Prefix") ? prefix ?? attribute.Argument("Prefix").Value as string : null;
                var labels = attribute.Array<string?>("Labels")?.OfType<string>().Select(ParseLabel)
                    .GroupBy(static label => label.Name, StringComparer.Ordinal)
                    .ToDictionary(static same => same.Key, static same => same.First().Values, StringComparer.Ordinal);
                catalog.Add(new(
                    string.IsNullOrEmpty(start) ? name : $"{start}_{name}",
                    RuleSubject.KindOf((MetricKind)kind),
                    labels ?? [],
                    attribute.Array<double>("Buckets") ?? [],
                    attribute.Argument("Unit").Value as string));
            }
        }
    }

    /// <summary>Reads <c>weapon=rifle|bow|other</c> or <c>region=*50</c>, in which a backslash takes the meaning from what follows it.</summary>
    private static (string Name, IReadOnlyCollection<string>? Values) ParseLabel(string text)
    {
        var equals = text.IndexOf('=');
        if (equals < 0 || (equals + 1 < text.Length && text[equals + 1] == '*'))
        {
            return (equals < 0 ? text : text.Substring(0, equals), null);
        }

        var values = new List<string>();
        var value = new StringBuilder();
        for (var i = equals + 1; i < text.Length; i++)
        {
            if (text[i] == '|')
            {
                values.Add(value.ToString());
                value.Clear();
            }
            else
            {
                i += text[i] == '\\' && i + 1 < text.Length ? 1 : 0;
                value.Append(text[i]);
            }
        }

        values.Add(value.ToString());
        return (text.Substring(0, equals), values);
    }

    private static Dictionary<string, IReadOnlyCollection<string>?> LabelsOf(EquatableArray<LabelModel> labels)
    {
        var all = new Dictionary<string, IReadOnlyCollection<string>?>(StringComparer.Ordinal);
        foreach (var label in labels)
        {
            all[label.Name] = label.Limit > 0
                ? null
                : [.. label.Values, .. label.HasNone ? (string[])["none"] : [], .. label.HasOther ? (string[])["other"] : []];
        }

        return all;
    }

    private static IReadOnlyList<double> BoundsOf(EquatableArray<double>? bounds) => bounds is { } given ? [.. given] : [];
}
