using Constructs.Harness;
using Instrumentation;

namespace Constructs.Async;

public partial class TaskReturning
{
    [MonitoredOperation]
    public Task Pass(Task task) => task;

    [MonitoredOperation]
    public Task<int> PassValue(Task<int> task) => task;

    [MonitoredOperation]
    public Task? PassNull() => null;

    [MonitoredOperation]
    public Task<string> ThrowsAtTheCall() => throw new InvalidOperationException("at the call");

    [MonitoredOperation]
    public ValueTask PassValueTask(ValueTask task) => task;

    [MonitoredOperation]
    public ValueTask<T> PassValueTaskOf<T>(ValueTask<T> task) => task;
}

public static class TaskReturningScenarios
{
    private static readonly TaskReturning s_service = new();

    [Scenario("Task-returning method that is not async", "task already completed, faulted, cancelled, null")]
    [Calls("TaskReturning.Pass", 3, Failures = 1, Cancellations = 1)]
    [Calls("TaskReturning.PassNull", 1)]
    public static async Task Ended_tasks_are_passed_on_as_they_are(Observer see)
    {
        Task[] tasks =
        [
            Task.CompletedTask,
            Task.FromException(new TimeoutException("faulted")),
            Task.FromCanceled(new CancellationToken(canceled: true)),
        ];
        foreach (var task in tasks)
        {
            var passed = s_service.Pass(task);
            see.That("same object", ReferenceEquals(passed, task));
            see.That("status", passed.Status);
            await see.ThrowsAsync("awaited", () => passed);
        }

        see.That("null", s_service.PassNull());
    }

    [Scenario("Task-returning method that is not async")]
    [Calls("TaskReturning.PassValue", 3, Failures = 1, Cancellations = 1)]
    public static async Task Running_tasks_are_passed_on_as_they_are(Observer see)
    {
        Action<TaskCompletionSource<int>>[] ends =
        [
            s => s.SetResult(5),
            s => s.SetException(new TimeoutException("in the end")),
            s => s.SetCanceled(new CancellationToken(canceled: true)),
        ];
        foreach (var end in ends)
        {
            var source = new TaskCompletionSource<int>();
            var passed = s_service.PassValue(source.Task);
            see.That("same object", ReferenceEquals(passed, source.Task));
            see.That("completed", passed.IsCompleted);
            end(source);
            await see.ThrowsAsync("awaited", () => passed);
        }
    }

    [Scenario("Task-returning method that is not async")]
    [Calls("TaskReturning.ThrowsAtTheCall", 1, Failures = 1)]
    public static void Throws_at_the_call(Observer see) => see.Throws("call", () => s_service.ThrowsAtTheCall());

    [Scenario("Task-returning method that is not async")]
    [Calls("TaskReturning.Pass", 1, Failures = 1)]
    public static async Task A_task_with_several_exceptions_keeps_them(Observer see)
    {
        var all = s_service.Pass(Task.WhenAll(
            Task.FromException(new TimeoutException("one")),
            Task.FromException(new FormatException("two"))));
        await see.ThrowsAsync("awaited", () => all);
        see.That("all", all.Exception!.InnerExceptions.Select(e => e.GetType().Name));
    }

    [Scenario("ValueTask and ValueTask<T>, consumed once")]
    [Calls("TaskReturning.PassValueTaskOf", 4, Failures = 1)]
    [Calls("TaskReturning.PassValueTask", 2, Failures = 1)]
    public static async Task Value_tasks_are_consumed_once(Observer see)
    {
        see.That("completed", await s_service.PassValueTaskOf(new ValueTask<int>(9)));

        var source = new OneShotSource<string>();
        var pending = s_service.PassValueTaskOf(source.Task);
        see.That("pending", pending.IsCompleted);
        source.Complete("late");
        see.That("result", await pending);

        var done = new OneShotSource<string>();
        done.Complete("early");
        see.That("completed source", await s_service.PassValueTaskOf(done.Task));
        see.That("results taken", done.Taken);

        var failed = new OneShotSource<string>();
        failed.Fail(new TimeoutException("source"));
        await see.ThrowsAsync("failed", async () => await s_service.PassValueTaskOf(failed.Task));
        see.That("results taken of the failed", failed.Taken);

        await s_service.PassValueTask(default);
        await see.ThrowsAsync("failed plain", async () => await s_service.PassValueTask(ValueTask.FromException(new FormatException("v"))));
    }
}
