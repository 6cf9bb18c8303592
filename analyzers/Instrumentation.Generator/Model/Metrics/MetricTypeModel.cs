namespace Instrumentation.Generator.Model.Metrics;

/// <summary>A type with all its metrics: what one generated file is printed from.</summary>
internal sealed record MetricTypeModel
{
    public required TypeModel Type { get; init; }

    /// <summary>The class that holds the type's instruments; unlike that of any other type.</summary>
    public required string InstrumentsClass { get; init; }

    /// <summary>The generated file's name. The hyphen, which no type's name has, keeps it apart from the file of the type's operations.</summary>
    public required string HintName { get; init; }

    public required EquatableArray<LabelField> Labels { get; init; }

    public required EquatableArray<InstrumentField> Fields { get; init; }

    /// <summary>In ordinal order.</summary>
    public required EquatableArray<RecordingMethod> Methods { get; init; }

    /// <summary>In ordinal order.</summary>
    public required EquatableArray<MetricReaderModel> Readers { get; init; }

    public required RecordedEventModel? Event { get; init; }

    /// <summary>Whether some member can be read only from within its type.</summary>
    public bool HasHiddenReaders => Readers.Any(reader => !reader.IsVisible);

    public IEnumerable<MetricModel> Metrics => Fields.Select(instrument => instrument.Metric).Concat(Readers.Select(reader => reader.Metric));
}
