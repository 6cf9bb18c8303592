using System.Collections;
using Instrumentation.Operations.Iterators;

namespace Instrumentation.Operations;

public sealed partial class Operation
{
    /// <summary>
    /// Measures each enumeration of what an iterator without labels returned, from the first MoveNext to its end: exhausted, disposed or thrown from.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="source">What the iterator returned.</param>
    /// <returns>An equivalent of the source.</returns>
    public IEnumerable<T> Track<T>(IEnumerable<T> source) => Track(0, source);

    /// <summary>Measures each enumeration of what an iterator returned.</summary>
    /// <inheritdoc cref="Track{T}(IEnumerable{T})"/>
    /// <param name="series">The number of the combination of label values.</param>
    /// <param name="source">What the iterator returned.</param>
    public IEnumerable<T> Track<T>(int series, IEnumerable<T> source) => new MonitoredEnumerable<T>(Find(series), source);

    /// <inheritdoc cref="Track{T}(IEnumerable{T})"/>
    public IEnumerator<T> Track<T>(IEnumerator<T> source) => Track(0, source);

    /// <inheritdoc cref="Track{T}(int, IEnumerable{T})"/>
    public IEnumerator<T> Track<T>(int series, IEnumerator<T> source) => new MonitoredEnumerator<T>(Find(series), source);

    /// <inheritdoc cref="Track{T}(IEnumerable{T})"/>
    public IEnumerable Track(IEnumerable source) => Track(0, source);

    /// <summary>Measures each enumeration of what an iterator returned.</summary>
    /// <param name="series">The number of the combination of label values.</param>
    /// <param name="source">What the iterator returned.</param>
    /// <returns>An equivalent of the source. The compiler's untyped iterators are sequences of objects, and so is it.</returns>
    public IEnumerable Track(int series, IEnumerable source) =>
        Track(series, source as IEnumerable<object?> ?? source.Cast<object?>());

    /// <inheritdoc cref="Track(int, IEnumerable)"/>
    public IEnumerator Track(IEnumerator source) => Track(0, source);

    /// <inheritdoc cref="Track(int, IEnumerable)"/>
    public IEnumerator Track(int series, IEnumerator source) =>
        Track(series, source as IEnumerator<object?> ?? new ObjectEnumerator(source));

    /// <inheritdoc cref="Track{T}(IEnumerable{T})"/>
    public IAsyncEnumerable<T> Track<T>(IAsyncEnumerable<T> source) => Track(0, source);

    /// <inheritdoc cref="Track{T}(int, IEnumerable{T})"/>
    public IAsyncEnumerable<T> Track<T>(int series, IAsyncEnumerable<T> source) =>
        new MonitoredAsyncEnumerable<T>(Find(series), source);

    /// <inheritdoc cref="Track{T}(IEnumerable{T})"/>
    public IAsyncEnumerator<T> Track<T>(IAsyncEnumerator<T> source) => Track(0, source);

    /// <inheritdoc cref="Track{T}(int, IEnumerable{T})"/>
    public IAsyncEnumerator<T> Track<T>(int series, IAsyncEnumerator<T> source) =>
        new MonitoredAsyncEnumerator<T>(Find(series), source);
}
