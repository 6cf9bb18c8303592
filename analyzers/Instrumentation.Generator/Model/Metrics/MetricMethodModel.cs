namespace Instrumentation.Generator.Model.Metrics;

/// <summary>A partial method that records a metric.</summary>
internal sealed record MetricMethodModel
{
    public required TypeModel Type { get; init; }

    public required PartModel Part { get; init; }

    /// <summary>Null for a refused method, which still gets a body: one that does nothing.</summary>
    public required MetricModel? Metric { get; init; }

    /// <summary>Where the labels' values come from, in the order of the metric's labels.</summary>
    public required EquatableArray<LabelArgument> Labels { get; init; }

    /// <summary>The parameter that is the value, as it is written in code; null when each call counts one.</summary>
    public string? ValueParameter { get; init; }

    public ValueModel? Value { get; init; }

    /// <summary>The name of the function that computes the number of the series, unless another overload takes it first.</summary>
    public required string SeriesName { get; init; }

    /// <summary>Orders methods of a type, and tells overloads apart.</summary>
    public string Key => $"{Part.Name}({string.Join(",", Part.Parameters.Select(parameter => parameter.PartDeclaration))})";
}
