namespace Instrumentation.Interop.Tests;

/// <summary>A data point as a receiver of OTLP sees it.</summary>
public sealed record OtlpPoint(string Metric, string Unit, string Kind, SortedDictionary<string, string> Attributes)
{
    public double Value { get; init; }

    public long Count { get; init; }

    public double Sum { get; init; }

    public IReadOnlyList<long> Buckets { get; init; } = [];

    public IReadOnlyList<double> Bounds { get; init; } = [];
}
