using System.Diagnostics;

namespace Instrumentation.Operations.Iterators;

/// <summary>
/// One enumeration of an iterator as a call: it begins with the first move and ends once, by exhaustion, disposal or an exception. The
/// iterator's code runs within the call's span, the consumer's between two moves does not.
/// </summary>
internal struct Enumeration(OperationSeries series)
{
    private AwaitedCall _call;
    private bool _moved;

    /// <summary>Called before the iterator's code runs in a move; returns what to <see cref="Leave"/> with.</summary>
    internal Activity? EnterMove()
    {
        if (_moved)
        {
            return EnterDisposal();
        }

        _moved = true;
        var before = OperationTracing.HasListeners ? Activity.Current : null;
        _call = new AwaitedCall(series);
        return before;
    }

    /// <summary>Called before the iterator's code runs to dispose of it; returns what to <see cref="Leave"/> with.</summary>
    internal readonly Activity? EnterDisposal() =>
        _call.Span is { IsStopped: false } span ? OperationTracing.Enter(span) : null;

    /// <summary>Called when the iterator's code has given control back, however it did, and before the call is ended.</summary>
    internal readonly void Leave(Activity? before)
    {
        if (_call.Span is { } span)
        {
            OperationTracing.Leave(span, before);
        }
    }

    /// <summary>The iterator is exhausted or disposed of. Records nothing if it never moved, or was recorded.</summary>
    internal void Succeed() => _call.Succeed();

    /// <summary>Notes what the iterator's code throws; for an exception filter, so it returns false.</summary>
    internal bool Note(Exception exception) => _call.Note(exception);

    /// <summary>The iterator's code has thrown what was noted.</summary>
    internal void End() => _call.End();

    /// <summary>The iterator's code has thrown.</summary>
    internal void Fail(Exception exception) => _call.Fail(exception.GetType(), exception);
}
