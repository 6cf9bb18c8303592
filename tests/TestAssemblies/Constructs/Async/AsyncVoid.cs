using Constructs.Harness;
using Instrumentation;

namespace Constructs.Async;

public sealed partial class AsyncVoid(List<string> log)
{
    [MonitoredOperation]
    public async void Fire(int value, TaskCompletionSource done)
    {
        log.Add($"before {value}");
        await Task.Yield();
        log.Add($"after {value}");
        done.SetResult();
    }

    [MonitoredOperation]
    public async void Boom(bool late)
    {
        if (late)
        {
            await Task.Yield();
        }

        throw new InvalidOperationException(late ? "late" : "early");
    }
}

public static class AsyncVoidScenarios
{
    [Scenario("async void")]
    [Calls("AsyncVoid.Fire", 2)]
    public static async Task Runs_on_the_pool(Observer see)
    {
        var log = new List<string>();
        var service = new AsyncVoid(log);
        for (var i = 0; i < 2; i++)
        {
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            service.Fire(i, done);
            await done.Task;
        }

        see.That("log", log);
    }

    [Scenario("async void", "ConfigureAwait and SynchronizationContext")]
    [Calls("AsyncVoid.Fire", 1)]
    public static void Tells_the_context_of_its_start_and_end(Observer see)
    {
        var pump = new Pump();
        var log = new List<string>();
        pump.Run(() =>
        {
            var done = new TaskCompletionSource();
            new AsyncVoid(log).Fire(7, done);
            return done.Task;
        });
        see.That("log", log);
        see.That("started, completed", new[] { pump.Started, pump.Completed });
    }

    [Scenario("async void", "throw after an await", "throw before the first await")]
    [Calls("AsyncVoid.Boom", 2, Failures = 2)]
    public static void Throws_into_the_context(Observer see)
    {
        foreach (var late in new[] { false, true })
        {
            var pump = new Pump();
            pump.Run(() =>
            {
                see.Throws($"thrown to the caller, late {late}", () => new AsyncVoid([]).Boom(late));
                return Task.CompletedTask;
            });
            see.That($"thrown into the context, late {late}", pump.Unhandled);
        }
    }
}
