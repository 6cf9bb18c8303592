using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Instrumentation.Metrics;

namespace Instrumentation.Operations;

/// <summary>
/// One running call of a method that may end on another thread than it began on. It ends exactly once, by <see cref="Succeed"/> or
/// <see cref="End"/>. The default value stands for no call; its members do nothing.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct AwaitedCall
{
    private readonly long _start;
    private readonly Activity? _span;
    private OperationSeries? _series;
    private Exception? _error;

    internal AwaitedCall(OperationSeries series)
    {
        _series = series;
        _span = OperationTracing.StartSpan(series);
        _start = series.Begin(ref CellMemory.Own(series.Cell));
    }

    internal AwaitedCall(OperationSeries series, long start, Activity? span)
    {
        _series = series;
        _start = start;
        _span = span;
    }

    /// <summary>The call's span, or null when nobody listens.</summary>
    internal readonly Activity? Span => _span;

    /// <summary>Records that the call returned.</summary>
    public void Succeed()
    {
        if (_series is { } series)
        {
            _series = null;
            series.Finish(ref CellMemory.Own(series.Cell), _start, _span);
            if (_span is not null)
            {
                OperationTracing.End(_span);
            }
        }
    }

    /// <inheritdoc cref="OperationCall.Note"/>
    public bool Note(Exception exception)
    {
        _error = exception;
        return false;
    }

    /// <summary>Records a failure or a cancellation, unless the call was recorded before.</summary>
    /// <remarks>Inlined: after a success it is this one test.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void End()
    {
        if (_series is not null)
        {
            Fail(_error?.GetType(), _error);
        }
    }

    /// <summary>Records a failure of which only the type may be known.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void Fail(Type? type, Exception? error)
    {
        if (_series is { } series)
        {
            _series = null;
            series.Finish(ref CellMemory.Own(series.Cell), _start, _span);
            var failed = series.CountFailure(type);
            if (_span is not null)
            {
                OperationTracing.End(_span, failed, error);
            }
        }
    }

    /// <summary>Records a cancellation of which the exception is not known.</summary>
    internal void Cancel() => Fail(typeof(OperationCanceledException), null);
}
