namespace Instrumentation.Operations;

/// <summary>Records a call when the task that it returned is done.</summary>
internal sealed class TrackedTask
{
    private readonly bool _observe;
    private AwaitedCall _call;

    private TrackedTask(AwaitedCall call, bool observe)
    {
        _call = call;
        _observe = observe;
    }

    /// <param name="call">The call.</param>
    /// <param name="task">The task that ends it.</param>
    /// <param name="observe">
    /// Whether to observe the task's failure: only of a task that would not exist without us. A value task that is forgotten reports no
    /// unobserved exception, and the task that was made of it to wait for it must not either.
    /// </param>
    internal static void Track(AwaitedCall call, Task task, bool observe)
    {
        var tracked = new TrackedTask(call, observe);
        if (task.IsCompleted)
        {
            tracked.Record(task);
            return;
        }

        // Not an awaiter's OnCompleted: that is put off to the thread pool when the task is completed under a SynchronizationContext, and the
        // caller would go on before its call is counted. This runs within the completion, before everything registered later.
        _ = task.ContinueWith(
            static (done, state) => ((TrackedTask)state!).Record(done),
            tracked,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    private void Record(Task task)
    {
        if (task.IsCompletedSuccessfully)
        {
            _call.Succeed();
        }
        else if (task.IsCanceled)
        {
            _call.Cancel();
        }
        else
        {
            var error = _observe ? task.Exception!.InnerException : TaskFault.Find(task);
            _call.Fail(error?.GetType(), error);
        }
    }
}
