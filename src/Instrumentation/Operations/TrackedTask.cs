namespace Instrumentation.Operations;

/// <summary>Records a call when the task that it returned is done.</summary>
internal sealed class TrackedTask
{
    private AwaitedCall _call;

    private TrackedTask(AwaitedCall call) => _call = call;

    internal static void Track(AwaitedCall call, Task task)
    {
        var tracked = new TrackedTask(call);
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
            var error = TaskFault.Find(task);
            _call.Fail(error?.GetType(), error);
        }
    }
}
