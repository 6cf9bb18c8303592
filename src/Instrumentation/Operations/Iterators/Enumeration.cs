namespace Instrumentation.Operations.Iterators;

/// <summary>
/// One enumeration of an iterator as a call: it begins with the first move and ends once, by exhaustion, disposal or an exception. The
/// iterator's code runs within the call's span, the consumer's between two moves does not.
/// </summary>
internal struct Enumeration(OperationSeries series)
{
    private AwaitedCall _call;
    private bool _moved;

    /// <summary>Called before the iterator's code runs in a move.</summary>
    internal void EnterMove()
    {
        if (!_moved)
        {
            _moved = true;
            _call = new AwaitedCall(series);
        }
        else if (_call.Span is { } span)
        {
            OperationTracing.Enter(span);
        }
    }

    /// <summary>Called when the iterator's code has yielded control, however it did.</summary>
    internal readonly void LeaveMove()
    {
        if (_call.Span is { } span)
        {
            OperationTracing.Leave(span);
        }
    }

    /// <summary>The iterator is exhausted, or was disposed of after its first move. Records nothing if it never moved, or was recorded.</summary>
    internal void Succeed() => _call.Succeed();

    /// <summary>Notes what the iterator's code throws; for an exception filter, so it returns false.</summary>
    internal bool Note(Exception exception) => _call.Note(exception);

    /// <summary>The iterator's code has thrown.</summary>
    internal void End() => _call.End();
}
