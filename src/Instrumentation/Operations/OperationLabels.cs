using Instrumentation.Metrics;
using Instrumentation.Metrics.Catalog;

namespace Instrumentation.Operations;

/// <summary>The labels of an operation's series, in their order: <c>operation</c>, <c>service</c>, then those taken from arguments.</summary>
internal sealed class OperationLabels(OperationDefinition definition)
{
    /// <summary>The labels that <see cref="Of"/> gives, and how many series there can be.</summary>
    internal SourceShape Shape(bool withOperation, bool withError = false)
    {
        var before = new List<MetricCatalogLabel>();
        if (withOperation)
        {
            before.Add(new() { Name = "operation", Values = [definition.Name] });
        }

        if (definition.Service is { } service)
        {
            before.Add(new() { Name = "service", Values = [service] });
        }

        var shape = SourceShape.Of(definition.Labels, [.. before]);
        return withError
            ? new(
                [.. shape.Labels, new() { Name = "error", Values = [Label.Other], Limit = OperationErrorNames.Other }],
                shape.PossibleSeries * (OperationErrorNames.Other + 1))
            : shape;
    }

    internal KeyValuePair<string, string>[] Of(OperationSeries series, bool withOperation, string? error = null)
    {
        var labels = new List<KeyValuePair<string, string>>();
        if (withOperation)
        {
            labels.Add(KeyValuePair.Create("operation", definition.Name));
        }

        if (definition.Service is { } service)
        {
            labels.Add(KeyValuePair.Create("service", service));
        }

        for (var i = 0; i < series.LabelValues.Length; i++)
        {
            labels.Add(KeyValuePair.Create(definition.Labels[i].Name, series.LabelValues[i]));
        }

        if (error is not null)
        {
            labels.Add(KeyValuePair.Create("error", error));
        }

        return [.. labels];
    }
}
