using Instrumentation.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.RawApis;

/// <summary>Recognises what makes a metric, or a meter, whichever library it is of.</summary>
internal static class InstrumentCreation
{
    private static readonly HashSet<string> s_registry = new(StringComparer.Ordinal) { "Counter", "Gauge", "Histogram", "UpDownCounter", "Total" };

    /// <summary>Whether an instrument is made that a callback feeds: it is never touched again, so nothing can be said of what becomes of it.</summary>
    internal static bool IsObservable(IOperation creation) =>
        creation is IInvocationOperation call && (call.TargetMethod.Name.StartsWith("CreateObservable", StringComparison.Ordinal)
            || call.Arguments.Any(static argument => argument.Parameter?.Type.TypeKind == TypeKind.Delegate));

    internal static bool Is(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { ContainingType: { } type } method } =>
            (s_registry.Contains(method.Name) && type.IsNamed("Instrumentation.Metrics.InstrumentRegistry"))
            || (method.Name == "Create" && type.Name is "CounterFamily" or "GaugeFamily" or "HistogramFamily" or "UpDownCounterFamily" && type.ContainingNamespace.Name == "Metrics")
            || (method.Name.StartsWith("Create", StringComparison.Ordinal) && IsMeter(type))
            || (method.Name is "CreateCounter" or "CreateGauge" or "CreateHistogram" or "CreateSummary" && PrometheusLabels.IsPrometheus(type)),
        IObjectCreationOperation { Type: { } type } => IsMeter(type),
        _ => false,
    };

    /// <summary>The name that the metric is given.</summary>
    internal static IOperation? Name(IOperation creation) => (creation switch
    {
        IInvocationOperation call => call.Arguments,
        IObjectCreationOperation made => made.Arguments,
        _ => [],
    }).FirstOrDefault(static argument => argument.Parameter?.Name == "name")?.Value;

    private static bool IsMeter(ITypeSymbol type) => type.IsNamed("System.Diagnostics.Metrics.Meter");
}
