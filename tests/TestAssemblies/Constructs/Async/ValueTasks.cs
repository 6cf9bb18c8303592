using System.Runtime.CompilerServices;
using Constructs.Harness;
using Instrumentation;

namespace Constructs.Async;

public partial class ValueTasks
{
    [MonitoredOperation]
    public async ValueTask<int> Read(bool suspend)
    {
        if (suspend)
        {
            await Task.Yield();
        }

        return 11;
    }

    [MonitoredOperation]
    public async ValueTask Write(bool fail)
    {
        await Task.Yield();
        if (fail)
        {
            throw new IOException("write");
        }
    }

    [MonitoredOperation]
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<int> Pooled(bool suspend, bool fail)
    {
        if (suspend)
        {
            await Task.Yield();
        }

        return fail ? throw new IOException("pooled") : 12;
    }

    [MonitoredOperation]
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask PooledPlain()
    {
        await Task.Yield();
    }
}

public static class ValueTasksScenarios
{
    private static readonly ValueTasks s_service = new();

    [Scenario("ValueTask and ValueTask<T>, consumed once")]
    [Calls("ValueTasks.Read", 2)]
    [Calls("ValueTasks.Write", 2, Failures = 1)]
    public static async Task Async_value_tasks(Observer see)
    {
        var atOnce = s_service.Read(suspend: false);
        see.That("completed at once", atOnce.IsCompletedSuccessfully);
        see.That("at once", await atOnce);
        see.That("suspended", await s_service.Read(suspend: true));
        await s_service.Write(fail: false);
        await see.ThrowsAsync("failed", async () => await s_service.Write(fail: true));
    }

    [Scenario("a method with its own [AsyncMethodBuilder]")]
    [Calls("ValueTasks.Pooled", 3, Failures = 1)]
    [Calls("ValueTasks.PooledPlain", 2)]
    public static async Task Pooling_builder(Observer see)
    {
        see.That("at once", await s_service.Pooled(suspend: false, fail: false));
        see.That("suspended", await s_service.Pooled(suspend: true, fail: false));
        await see.ThrowsAsync("failed", async () => await s_service.Pooled(suspend: true, fail: true));
        await s_service.PooledPlain();
        var once = s_service.PooledPlain();
        var task = once.AsTask();
        await task;
        // A pooled source is given back when its result is taken: a second look at the same value task must be noticed.
        see.Throws("consumed twice", () => _ = once.IsCompleted);
    }
}
