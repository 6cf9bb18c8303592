using Instrumentation.Analyzers.Cardinality;
using Instrumentation.Analyzers.RawApis;
using Instrumentation.Generator.Model.Metrics;
using Instrumentation.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Naming;

/// <summary>
/// Finds the names in calls that make instruments under Prometheus' rules: of <c>InstrumentRegistry</c> and of <c>prometheus-net</c>. Instruments of a Meter follow
/// OpenTelemetry's, and are translated on their way out.
/// </summary>
internal static class MetricCalls
{
    /// <summary>The names of the methods that make instruments.</summary>
    internal static readonly string[] Names =
        ["Counter", "Gauge", "Histogram", "UpDownCounter", "Total", "CreateCounter", "CreateGauge", "CreateHistogram", "CreateSummary"];

    internal static NamedMetric? Find(IInvocationOperation call)
    {
        if (!IsCreation(call.TargetMethod)
            || call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "name") is not { Value: { ConstantValue.Value: string name } value })
        {
            return null;
        }

        MetricKind? kind = call.TargetMethod.Name.Replace("Create", "") switch
        {
            "Counter" or "Total" => MetricKind.Counter,
            "Gauge" => MetricKind.Gauge,
            "UpDownCounter" => MetricKind.UpDownCounter,
            "Histogram" => MetricKind.Histogram,
            _ => null,
        };
        var labels = call.Arguments
            .Where(static argument => argument.Parameter?.Name is not ("name" or "help" or "unit" or "bounds" or "read"))
            .SelectMany(static argument => LabelNames(argument.Value))
            .ToList();
        return new(name, Prefix: null, kind, value.Syntax.GetLocation(), IsInCode: true, labels);
    }

    private static bool IsCreation(IMethodSymbol method) =>
        method.Name is "Counter" or "Gauge" or "Histogram" or "UpDownCounter" or "Total" && method.ContainingType.IsNamed("Instrumentation.Metrics.InstrumentRegistry")
        || (method.Name is "CreateCounter" or "CreateGauge" or "CreateHistogram" or "CreateSummary" && PrometheusLabels.IsPrometheus(method.ContainingType));

    private static IEnumerable<(string, Location?)> LabelNames(IOperation argument)
    {
        foreach (var operation in ValueBounds.Unwrap(argument).DescendantsAndSelf())
        {
            switch (operation)
            {
                case IInvocationOperation { TargetMethod.ContainingType: { Name: "Label" } type } label
                    when type.IsNamed("Instrumentation.Metrics.Label") && label.Arguments.Length > 0 && label.Arguments[0].Value is { ConstantValue.Value: string name } value:
                    yield return (name, value.Syntax.GetLocation());
                    break;

                // Of prometheus-net the names themselves, in an array or a configuration; a bucket is no string.
                case ILiteralOperation { ConstantValue.Value: string text } literal when !IsWithinLabel(literal):
                    yield return (text, literal.Syntax.GetLocation());
                    break;
                default:
                    break;
            }
        }
    }

    private static bool IsWithinLabel(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IInvocationOperation { TargetMethod.ContainingType.Name: "Label" }
                or ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: not "LabelNames" } })
            {
                return true;
            }
        }

        return false;
    }
}
