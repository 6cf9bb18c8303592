using System.Diagnostics;
using System.Runtime.CompilerServices;
using Instrumentation.Metrics;

namespace Instrumentation.Operations.Builders;

/// <summary>
/// The call that an async method's builder carries: two fields, so that a suspended call is 16 bytes larger than an unmonitored one and no
/// further object is made.
/// </summary>
/// <remarks>
/// A wrapper cannot pass anything to the builder that the compiler has the method create. It leaves the series in a thread-static slot, and
/// the first thing that the method does, on the same thread, is to create its builder, which takes the series out. With an empty slot the
/// builder behaves as the runtime's own.
/// </remarks>
internal struct AsyncTimer
{
    [ThreadStatic]
    private static OperationSeries? t_offered;

    /// <summary>The <see cref="OperationSeries"/>; while somebody listens to spans, a <see cref="TracedCall"/>; null when nothing is measured.</summary>
    private object? _call;
    private long _start;

    /// <summary>Leaves a series for the builder that this thread creates next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Offer(OperationSeries series) => t_offered = series;

    /// <summary>Takes what was left and begins the call.</summary>
    internal static AsyncTimer Take()
    {
        var series = t_offered;
        if (series is null)
        {
            return default;
        }

        t_offered = null;
        return new AsyncTimer { _call = series, _start = series.Begin(ref CellMemory.Own(series.Cell)) };
    }

    /// <summary>
    /// Starts the call's span, if somebody listens, and returns the context to go back to when the method has run up to its first
    /// suspension; null when there is no span.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ExecutionContext? EnterSpan() => OperationTracing.HasListeners ? StartSpan() : null;

    /// <summary>Gives the caller back the context that it had, without the span.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void LeaveSpan(ExecutionContext? before)
    {
        if (before is not null)
        {
            ExecutionContext.Restore(before);
        }
    }

    /// <summary>Records that the method returned.</summary>
    internal void Succeed()
    {
        if (_call is OperationSeries series)
        {
            _call = null;
            series.Finish(ref CellMemory.Own(series.Cell), _start);
        }
        else if (_call is not null)
        {
            EndTraced(null);
        }
    }

    /// <summary>Records that the method threw.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void Fail(Exception error)
    {
        if (_call is OperationSeries series)
        {
            _call = null;
            series.Finish(ref CellMemory.Own(series.Cell), _start);
            series.CountFailure(error.GetType());
        }
        else if (_call is not null)
        {
            EndTraced(error);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ExecutionContext? StartSpan()
    {
        // Where the flow is suppressed there is no context to go back to, and so no span.
        if (_call is not OperationSeries series
            || ExecutionContext.Capture() is not { } before
            || OperationTracing.StartSpan(series) is not { } span)
        {
            return null;
        }

        _call = new TracedCall(series, span);
        return before;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void EndTraced(Exception? error)
    {
        var (series, span) = (TracedCall)_call!;
        _call = null;
        series.Finish(ref CellMemory.Own(series.Cell), _start);
        var failed = error is not null && series.CountFailure(error.GetType());
        OperationTracing.End(span, failed, error);
    }

    /// <summary>A call with a span, which is rare enough to have an object of its own.</summary>
    private sealed record TracedCall(OperationSeries Series, Activity Span);
}
