namespace Instrumentation.Monitoring;

internal static class BackgroundTask
{
    /// <summary>
    /// Runs work that outlives its starter on the pool, without the starter's ambient state: its current span and culture would stay alive, and
    /// be seen by hooks, for as long as the work goes on.
    /// </summary>
    internal static Task Run(Func<Task> work)
    {
        if (ExecutionContext.IsFlowSuppressed())
        {
            return Task.Run(work);
        }

        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(work);
        }
    }

    /// <summary>
    /// Lets a task go that nobody will await, and keeps what it may still throw from <see cref="TaskScheduler.UnobservedTaskException"/>. Only
    /// for work of which the failure is already accounted for or belongs to code of the application that was given up.
    /// </summary>
    internal static void Forget(this Task task) => task.ContinueWith(static ended => _ = ended.Exception, CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
}
