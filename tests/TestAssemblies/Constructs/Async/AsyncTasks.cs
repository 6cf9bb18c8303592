using Constructs.Harness;
using Instrumentation;

namespace Constructs.Async;

public partial class AsyncTasks
{
    [MonitoredOperation]
    public async Task<int> Later(int value)
    {
        await Task.Yield();
        return value * 2;
    }

    [MonitoredOperation]
    public async Task<int> AtOnce(int value)
    {
        if (value < 0)
        {
            await Task.Yield();
        }

        return value * 2;
    }

#pragma warning disable CS1998 // An async method that awaits nothing is one of the constructs.
    [MonitoredOperation]
    public async Task Empty()
    {
    }

    [MonitoredOperation]
    public async Task EmptyThrowing() => throw new NotSupportedException("empty");
#pragma warning restore CS1998

    [MonitoredOperation]
    public async Task ThrowsEarly(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        await Task.Yield();
    }

    [MonitoredOperation]
    public async Task<string> ThrowsLate(int depth)
    {
        await Task.Yield();
        if (depth > 0)
        {
            return await ThrowsLate(depth - 1);
        }

        throw new TimeoutException("late");
    }

    [MonitoredOperation]
    public async Task<int> Rethrows(Task<int> inner)
    {
        try
        {
            return await inner;
        }
        catch
        {
            throw;
        }
    }

    [MonitoredOperation]
    public async Task<int> CatchesFiltersAndFinishes(List<string> log)
    {
        try
        {
            await Task.Yield();
            throw new InvalidOperationException("inside");
        }
        catch (InvalidOperationException exception) when (exception.Message.Length > 3)
        {
            await Task.Yield();
            log.Add(exception.Message);
        }
        finally
        {
            await Task.Yield();
            log.Add("finally");
        }

        return log.Count;
    }

    [MonitoredOperation]
    private static async Task<string> PrivateAndStatic(string text)
    {
        await Task.Yield();
        return text + "!";
    }

    public static Task<string> CallPrivate(string text) => PrivateAndStatic(text);
}

public static class AsyncTasksScenarios
{
    private static readonly AsyncTasks s_service = new();

    [Scenario("Debug against Release IL")]
    [Calls("AsyncTasks.Later", 1)]
    [Calls("AsyncTasks.AtOnce", 2)]
    [Calls("AsyncTasks.PrivateAndStatic", 1)]
    public static async Task Suspends_or_not(Observer see)
    {
        see.That("later", await s_service.Later(21));
        var atOnce = s_service.AtOnce(4);
        see.That("completed at once", atOnce.IsCompletedSuccessfully);
        see.That("at once", await atOnce);
        see.That("suspended on the same path", await s_service.AtOnce(-4));
        see.That("private", await AsyncTasks.CallPrivate("hey"));
    }

    [Scenario("empty async method")]
    [Calls("AsyncTasks.Empty", 2)]
    [Calls("AsyncTasks.EmptyThrowing", 1, Failures = 1)]
    public static async Task Empty(Observer see)
    {
        var task = s_service.Empty();
        see.That("status", task.Status);
        await task;
        await s_service.Empty();
        await see.ThrowsAsync("throwing", () => s_service.EmptyThrowing());
    }

    [Scenario("throw before the first await")]
    [Calls("AsyncTasks.ThrowsEarly", 2, Failures = 1)]
    public static async Task Throws_early_into_the_task(Observer see)
    {
        Task? task = null;
        see.Throws("at the call", () => task = s_service.ThrowsEarly(""));
        see.That("faulted", task!.IsFaulted);
        await see.ThrowsAsync("awaited", () => task);
        await s_service.ThrowsEarly("fine");
    }

    [Scenario("throw after an await", "stack traces keep file and line", "recursion (each call counts)")]
    [Calls("AsyncTasks.ThrowsLate", 4, Failures = 4)]
    public static async Task Throws_late_through_recursion(Observer see) =>
        await see.ThrowsAsync("awaited", () => s_service.ThrowsLate(3));

    [Scenario("stack traces keep file and line", "`<Features>runtime-async=on</Features>` (no state machine; MethodImpl flag 0x2000 must move with the body)")]
    [Calls("AsyncTasks.ThrowsLate", 1, Failures = 1)]
    public static async Task Stack_trace_names_the_throwing_line(Observer see)
    {
        try
        {
            await s_service.ThrowsLate(0);
        }
        catch (TimeoutException exception)
        {
            see.That("innermost", ExceptionText.UserFrames(exception).First());
        }
    }

    [Scenario("try/catch holding only `throw`")]
    [Calls("AsyncTasks.Rethrows", 2, Failures = 1)]
    public static async Task Rethrows(Observer see)
    {
        see.That("passed on", await s_service.Rethrows(Task.FromResult(3)));
        await see.ThrowsAsync("rethrown", () => s_service.Rethrows(Task.FromException<int>(new FormatException("inner"))));
    }

    [Scenario("Debug against Release IL")]
    [Calls("AsyncTasks.CatchesFiltersAndFinishes", 1)]
    public static async Task Catches_filters_and_finishes(Observer see)
    {
        var log = new List<string>();
        see.That("result", await s_service.CatchesFiltersAndFinishes(log));
        see.That("log", log);
    }
}
