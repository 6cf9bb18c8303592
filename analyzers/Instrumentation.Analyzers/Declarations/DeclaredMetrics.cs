using Instrumentation.Analyzers.Rules;
using Instrumentation.Generator.Model.Metrics;
using Instrumentation.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Declarations;

/// <summary>The metrics that the attributes on a symbol declare, operations with labels or a metric of their own among them.</summary>
internal static class DeclaredMetrics
{
    /// <summary>The shared histogram, of which an operation without a metric of its own is a part.</summary>
    internal const string SharedHistogram = "operation_duration_seconds";

    internal static IEnumerable<DeclaredMetric> Of(Annotations annotations, ISymbol symbol, Compilation compilation, CancellationToken cancellation)
    {
        var parsed = annotations.Of(symbol, cancellation);
        foreach (var (metric, location) in parsed.Metrics.Select(static located => (located.Metric, located.Location)))
        {
            yield return new(metric.Name, metric.Kind, metric.Help, metric.Unit, metric.Labels, metric.Buckets, metric.Member, location?.ToLocation(compilation));
        }

        var attribute = parsed.Operations.Count == 0 ? null : symbol.Find(Attributes.MonitoredOperation)?.ApplicationSyntaxReference;
        foreach (var operation in parsed.Operations)
        {
            var definition = operation.Definition!;
            yield return new(
                definition.Metric ?? SharedHistogram,
                MetricKind.Histogram,
                definition.Help,
                "seconds",
                definition.Labels,
                definition.Buckets,
                operation.Method.Display,
                attribute is null ? symbol.Locations.FirstOrDefault() : Location.Create(attribute.SyntaxTree, attribute.Span));
        }
    }
}
