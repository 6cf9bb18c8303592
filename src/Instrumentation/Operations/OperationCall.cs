using System.ComponentModel;
using System.Runtime.CompilerServices;
using Instrumentation.Metrics;

namespace Instrumentation.Operations;

/// <summary>
/// One running call of a method that ends on the thread it began on. Generated wrappers hold it on their stack; it ends exactly once,
/// by <see cref="Succeed"/>, one of the Track methods, or <see cref="End"/>.
/// </summary>
/// <remarks>
/// The members that every wrapper calls are inlined, and hand out fields and never the call's address, so the JIT can keep the fields in
/// registers. One instance method in a wrapper that is not inlined would put all of them into memory.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct OperationCall
{
    private readonly ref long _block;
    private readonly long _start;
    private OperationSeries? _series;

    /// <summary>See <see cref="CallNote"/>.</summary>
    private object? _note;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal OperationCall(OperationSeries series)
    {
        _series = series;
        _block = ref CellMemory.Own(series.Cell);
        _note = OperationTracing.StartSpan(series);
        _start = series.Begin(ref _block);
    }

    /// <summary>Records that the call returned.</summary>
    /// <remarks>Inlined, being on the path of every call; the span is the rare part.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Succeed()
    {
        _series!.Finish(ref _block, _start);
        _series = null;
        if (_note is not null)
        {
            CallNote.EndSpan(_note, failed: false);
        }
    }

    /// <summary>
    /// Remembers the exception that is passing through. Called from an exception filter, before any frame is unwound; what is noted counts
    /// only if the call does end by it, since a <c>finally</c> further in may yet replace it or have it caught.
    /// </summary>
    /// <param name="exception">The exception.</param>
    /// <returns>False, so that the filter lets it pass.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Note(Exception exception)
    {
        _note = CallNote.Add(_note, exception);
        return false;
    }

    /// <summary>Records a failure or a cancellation, unless the call was recorded before.</summary>
    /// <remarks>Inlined: after a success it is this one test.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void End()
    {
        if (_series is { } series)
        {
            _series = null;
            series.Fail(_start, _note);
        }
    }

    /// <summary>Records the call when the task is done.</summary>
    /// <param name="task">What the method returned; null counts as success.</param>
    /// <returns>The same task.</returns>
    public Task? Track(Task? task)
    {
        if (task is null || task.IsCompletedSuccessfully)
        {
            Succeed();
        }
        else
        {
            TrackedTask.Track(Hand(), task, observe: false);
        }

        return task;
    }

    /// <inheritdoc cref="Track(Task?)"/>
    public Task<T>? Track<T>(Task<T>? task)
    {
        Track((Task?)task);
        return task;
    }

    /// <summary>Records the call when the task is done.</summary>
    /// <param name="task">What the method returned.</param>
    /// <returns>An equivalent of the task, to be consumed in its place.</returns>
    public ValueTask Track(ValueTask task)
    {
        if (task.IsCompletedSuccessfully)
        {
            Succeed();
            return task;
        }

        var shared = task.AsTask();
        var tracked = new ValueTask(shared);
        TrackedTask.Track(Hand(), shared, observe: tracked != task);
        return tracked;
    }

    /// <inheritdoc cref="Track(ValueTask)"/>
    public ValueTask<T> Track<T>(ValueTask<T> task)
    {
        if (task.IsCompletedSuccessfully)
        {
            Succeed();
            return task;
        }

        var shared = task.AsTask();
        var tracked = new ValueTask<T>(shared);
        TrackedTask.Track(Hand(), shared, observe: tracked != task);
        return tracked;
    }

    /// <summary>Hands the call over to something that lives on after the method has returned.</summary>
    private AwaitedCall Hand()
    {
        var span = CallNote.Span(_note);
        var call = new AwaitedCall(_series!, _start, span);
        _series = null;
        if (span is not null)
        {
            OperationTracing.Leave(span, span.Parent);
        }

        return call;
    }
}
