using Constructs.Harness;
using Instrumentation;

namespace Constructs.Async;

public partial class Cancellation
{
    [MonitoredOperation]
    public async Task<int> Wait(CancellationToken token)
    {
        await Task.Delay(Timeout.Infinite, token);
        return 1;
    }

    [MonitoredOperation]
    public int Check(CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        return 2;
    }

    [MonitoredOperation]
    public async ValueTask Derived()
    {
        await Task.Yield();
        throw new TaskCanceledException("derived");
    }

    [MonitoredOperation]
    public Task<int> Passed(CancellationToken token) => Task.FromCanceled<int>(token);
}

public static class CancellationScenarios
{
    [Scenario("cancellation as its own outcome")]
    [Calls("Cancellation.Wait", 2, Cancellations = 2)]
    [Calls("Cancellation.Check", 2, Cancellations = 1)]
    [Calls("Cancellation.Derived", 1, Cancellations = 1)]
    [Calls("Cancellation.Passed", 1, Cancellations = 1)]
    public static async Task Cancelled_calls(Observer see)
    {
        var service = new Cancellation();
        using var source = new CancellationTokenSource();
        var waiting = service.Wait(source.Token);
        see.That("checked before", service.Check(source.Token));
        await source.CancelAsync();
        await see.ThrowsAsync("awaited", () => waiting);
        see.That("status", waiting.Status);
        await see.ThrowsAsync("token kept", async () =>
        {
            try
            {
                await service.Wait(source.Token);
            }
            catch (OperationCanceledException exception) when (exception.CancellationToken == source.Token)
            {
                throw new InvalidOperationException("the caller's own token");
            }
        });
        see.Throws("checked after", () => service.Check(source.Token));
        await see.ThrowsAsync("derived", async () => await service.Derived());
        see.That("passed", service.Passed(source.Token).Status);
    }
}
