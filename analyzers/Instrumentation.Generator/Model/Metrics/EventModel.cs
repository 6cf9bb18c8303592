namespace Instrumentation.Generator.Model.Metrics;

/// <summary>An event: a type of which each instance is recorded once, in all its metrics.</summary>
internal sealed record EventModel
{
    public required TypeModel Type { get; init; }

    /// <summary>The type as it is written in code.</summary>
    public required string TypeName { get; init; }

    /// <summary>The name in the event stream.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is refused: <c>Record()</c> is there all the same and does nothing.</summary>
    public required bool IsRefused { get; init; }

    /// <summary>The declaring part of <c>Record()</c>, if the user wrote one.</summary>
    public PartModel? Part { get; init; }

    /// <summary>Whether <c>Record()</c> can be readonly, so that recording from a readonly place copies nothing.</summary>
    public required bool IsReadOnly { get; init; }

    /// <summary>The method that <c>Record()</c> calls when all metrics are updated; null when there is none.</summary>
    public string? Recorded { get; init; }

    public required EquatableArray<LabelModel> Labels { get; init; }

    /// <summary>Where the labels' values come from; the parameter is the name within the function for the series.</summary>
    public required EquatableArray<LabelArgument> LabelArguments { get; init; }

    /// <summary>How the labels' members are read, in their order.</summary>
    public required EquatableArray<string> LabelAccess { get; init; }

    /// <summary>Counts the events; null when the event has no name of its own.</summary>
    public required MetricModel? Counter { get; init; }

    public required EquatableArray<EventMetricModel> Metrics { get; init; }

    public required EquatableArray<EventIdModel> Ids { get; init; }
}
