using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Evaluation;

/// <summary>Refuses vectors in which a series occurs twice, as happens when names are dropped.</summary>
internal sealed class DuplicateCheck
{
    private readonly HashSet<Labels> _seen = [];

    /// <exception cref="QueryException">A series occurs twice.</exception>
    public void Verify(ReadOnlySpan<VectorSample> vector)
    {
        if (vector.Length < 2)
        {
            return;
        }

        _seen.Clear();
        foreach (ref readonly var sample in vector)
        {
            if (!_seen.Add(sample.Labels))
            {
                throw new QueryException("vector cannot contain metrics with the same labelset");
            }
        }
    }
}
