namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>A part of a query that gives an instant vector. Nodes keep buffers and caches, so each belongs to one query.</summary>
internal abstract class VectorNode
{
    /// <summary>Tells the times that <see cref="Evaluate"/> will be asked for, so that samples are loaded once for all of them.</summary>
    /// <param name="context">The evaluation.</param>
    /// <param name="first">The first time, in milliseconds since 1970.</param>
    /// <param name="last">The last time.</param>
    public abstract void Prepare(EvaluationContext context, long first, long last);

    /// <summary>Evaluates at one time. Times never go back between two calls of <see cref="Prepare"/>.</summary>
    /// <returns>The node's own buffer, good until the next call.</returns>
    public abstract VectorBuffer Evaluate(EvaluationContext context, long time);
}
