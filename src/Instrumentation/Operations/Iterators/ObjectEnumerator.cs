using System.Collections;

namespace Instrumentation.Operations.Iterators;

/// <summary>An untyped enumerator as one of objects. The compiler's own are that already; this is for those written by hand.</summary>
internal sealed class ObjectEnumerator(IEnumerator inner) : IEnumerator<object?>
{
    /// <inheritdoc/>
    public object? Current => inner.Current;

    /// <inheritdoc/>
    public bool MoveNext() => inner.MoveNext();

    /// <inheritdoc/>
    public void Reset() => inner.Reset();

    /// <inheritdoc/>
    public void Dispose() => (inner as IDisposable)?.Dispose();
}
