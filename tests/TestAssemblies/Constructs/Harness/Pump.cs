using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Constructs.Harness;

/// <summary>A synchronization context with one thread, like that of a user interface, which says what it was asked to do.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "Lives as long as one scenario.")]
public sealed class Pump : SynchronizationContext
{
    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _work = [];
    private int _operations;

    public int Posted { get; private set; }

    public int Started { get; private set; }

    public int Completed { get; private set; }

    public Exception? Unhandled { get; private set; }

    public override void Post(SendOrPostCallback d, object? state)
    {
        Posted++;
        _work.Add((d, state));
    }

    public override void OperationStarted()
    {
        Started++;
        Interlocked.Increment(ref _operations);
    }

    public override void OperationCompleted()
    {
        Completed++;
        Interlocked.Decrement(ref _operations);
    }

    /// <summary>Runs the function on this thread under the context until its task and all async void methods that it began have ended.</summary>
    public void Run(Func<Task> act)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            var task = act();
            // Wakes the loop when the last work ends elsewhere.
            task.ContinueWith(_ => _work.Add((static _ => { }, null)), TaskScheduler.Default);
            while (!task.IsCompleted || Volatile.Read(ref _operations) > 0 || _work.Count > 0)
            {
                var (callback, state) = _work.Take();
                try
                {
                    callback(state);
                }
                catch (Exception exception)
                {
                    Unhandled = exception;
                }
            }

            task.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }
}
