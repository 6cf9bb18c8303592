using Constructs.Harness;
using Instrumentation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Constructs.Framework;

public partial class ChatHub(IPricing pricing) : Hub
{
    [MonitoredOperation]
    public async Task<string> Say(string text, int times)
    {
        await Clients.Caller.SendAsync("said", text);
        return string.Concat(Enumerable.Repeat(text, times)) + pricing.Price(times);
    }

    [MonitoredOperation]
    public async IAsyncEnumerable<int> Count(int to)
    {
        for (var i = 0; i < to; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }
}

public sealed partial class Worker : BackgroundService
{
    public List<string> Log { get; } = [];

    public TaskCompletionSource Ran { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [MonitoredOperation]
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        Log.Add("start");
        return base.StartAsync(cancellationToken);
    }

    [MonitoredOperation]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        Log.Add("run");
        Ran.SetResult();
        await Task.Delay(Timeout.Infinite, stoppingToken);
    }

    [MonitoredOperation]
    public override void Dispose()
    {
        Log.Add("dispose");
        base.Dispose();
    }
}

public static class ServicesScenarios
{
    private const string Item =
        "controller action, minimal-API handler, hub method, gRPC method, hosted service: called by the framework";

    [Scenario(Item)]
    [Calls("ChatHub.Say", 1)]
    [Calls("ChatHub.Count", 1)]
    [Calls("Pricing.Price", 1)]
    public static async Task Hub_method(Observer see)
    {
        await using var app = await WebScenarios.Start(services => services.AddSignalR(), app => app.MapHub<ChatHub>("/chat"));
        await using var client = await HubClient.Connect(app.Urls.First(), "chat");
        see.That("say", await client.Invoke("""{"type":1,"invocationId":"1","target":"Say","arguments":["ho",2]}"""));
        see.That("count", await client.Invoke("""{"type":4,"invocationId":"2","target":"Count","arguments":[2]}"""));
    }

    [Scenario(Item)]
    [Calls("Worker.StartAsync", 1)]
    [Calls("Worker.ExecuteAsync", 1, Cancellations = 1)]
    [Calls("Worker.Dispose", 1)]
    public static async Task Hosted_service(Observer see)
    {
        var worker = new Worker();
        using (var host = new HostBuilder().ConfigureServices(services => services.AddSingleton<IHostedService>(_ => worker)).Build())
        {
            await host.StartAsync();
            await worker.Ran.Task;
            await host.StopAsync();
        }

        see.That("log", worker.Log);
    }

    [Scenario(Item)]
    [Calls("Pricing.Price", 2)]
    public static void Injected_behind_an_interface(Observer see)
    {
        using var services = new ServiceCollection().AddScoped<IPricing, Pricing>().BuildServiceProvider();
        using var scope = services.CreateScope();
        see.That("price", scope.ServiceProvider.GetRequiredService<IPricing>().Price(3));
        see.That("by a delegate", ActivatorUtilities.CreateInstance<Till>(scope.ServiceProvider).Total(4));
    }

    private sealed class Till(IPricing pricing)
    {
        public int Total(int amount) => pricing.Price(amount) + 1;
    }
}
