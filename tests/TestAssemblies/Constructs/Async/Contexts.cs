using Constructs.Harness;
using Instrumentation;

namespace Constructs.Async;

public partial class Contexts
{
    [MonitoredOperation]
    public async Task<bool> Returns()
    {
        var thread = Environment.CurrentManagedThreadId;
        await Later();
        return thread == Environment.CurrentManagedThreadId;
    }

    [MonitoredOperation]
    public async Task<bool> Leaves()
    {
        await Later().ConfigureAwait(false);
        return SynchronizationContext.Current is null;
    }

    [MonitoredOperation]
    public Task<bool> Passes() => Returns();

    [MonitoredOperation]
    public async Task<int> Chain(int depth) =>
        depth == 0 ? await Suspend().ConfigureAwait(false) : 1 + await Chain(depth - 1).ConfigureAwait(false);

    [MonitoredOperation]
    public async Task<int> ChainAtOnce(int depth) => depth == 0 ? 0 : 1 + await ChainAtOnce(depth - 1).ConfigureAwait(false);

    // Never complete when it is awaited: the thread that completes it is busy awaiting.
    private static Task Later()
    {
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        SynchronizationContext.Current!.Post(static later => ((TaskCompletionSource)later!).SetResult(), source);
        return source.Task;
    }

    private static async Task<int> Suspend()
    {
        await Task.Yield();
        return 0;
    }
}

public static class ContextsScenarios
{
    [Scenario("ConfigureAwait and SynchronizationContext")]
    [Calls("Contexts.Returns", 2)]
    [Calls("Contexts.Leaves", 1)]
    [Calls("Contexts.Passes", 1)]
    public static void Continuations_stay_where_they_were(Observer see)
    {
        var pump = new Pump();
        var service = new Contexts();
        pump.Run(async () =>
        {
            see.That("returns to its thread", await service.Returns());
            see.That("leaves", await service.Leaves());
            see.That("passes", await service.Passes());
        });
#if RUNTIME_ASYNC
        // How often the runtime goes back and forth between threads is its own affair; that it comes back is not.
        see.Holds("continuations are posted, beside what ends the three waits", pump.Posted >= 3 + 3);
#else
        see.That("posted", pump.Posted);
#endif
    }

    [Scenario("ConfigureAwait(false) chains, deep recursion of awaits")]
    [Calls("Contexts.Chain", 1001)]
    public static async Task Deep_chain_that_suspends(Observer see) => see.That("depth", await new Contexts().Chain(1000));

    [Scenario("ConfigureAwait(false) chains, deep recursion of awaits")]
    [Calls("Contexts.ChainAtOnce", 501)]
    public static async Task Deep_chain_that_ends_at_once(Observer see) => see.That("depth", await new Contexts().ChainAtOnce(500));
}
