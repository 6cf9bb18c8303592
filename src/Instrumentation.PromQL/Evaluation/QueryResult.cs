using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Evaluation;

/// <summary>What a query gave.</summary>
public sealed record QueryResult
{
    /// <summary>Which of the values is set.</summary>
    public required ValueKind Kind { get; init; }

    /// <summary>The time it is about, or the last of the range; milliseconds since 1970.</summary>
    public required long Time { get; init; }

    /// <summary>The number, if it is a scalar.</summary>
    public double Scalar { get; init; }

    /// <summary>The string, if it is one.</summary>
    public string Text { get; init; } = "";

    /// <summary>The samples, if it is an instant vector; in the order that the query asked for.</summary>
    public IReadOnlyList<VectorSample> Vector { get; init; } = [];

    /// <summary>The series, if it is a range vector; sorted by labels.</summary>
    public IReadOnlyList<ResultSeries> Matrix { get; init; } = [];

    /// <summary>What a reader of the result should know.</summary>
    public IReadOnlyList<Annotation> Annotations { get; init; } = [];
}
