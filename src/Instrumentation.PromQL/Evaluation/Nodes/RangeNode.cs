using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>A part of a query that gives a range vector: loaded series, and a window that moves over them.</summary>
internal abstract class RangeNode
{
    /// <summary>Where the window lies.</summary>
    public abstract TimeWindow Window { get; }

    /// <summary>How the edges of the window are treated.</summary>
    public abstract RangeExtension Extension { get; }

    /// <summary>The series, once prepared.</summary>
    public abstract ReadOnlySpan<SeriesSamples> Series { get; }

    /// <inheritdoc cref="VectorNode.Prepare"/>
    public abstract void Prepare(EvaluationContext context, long first, long last);
}
