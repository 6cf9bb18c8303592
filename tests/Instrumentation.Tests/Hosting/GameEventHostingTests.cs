using Instrumentation.Events;
using Instrumentation.Hooks;
using Instrumentation.Monitoring;
using Instrumentation.Tests.Monitoring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Instrumentation.Tests.Hosting;

/// <summary>What a host does with the event stream of the process, which is one for all tests: no other test may listen to it for everything.</summary>
[Collection(HostTests.Hosts)]
public sealed class GameEventHostingTests
{
    [Fact]
    public async Task SettingsJoinHistoryHooksAndLogForAsLongAsTheHostRuns()
    {
        var seen = new TaskCompletionSource<PerformanceEvent>();
        using var log = new RecordingLog();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<ILoggerFactory>(log);
        builder.Services.AddSingleton(log.For<LoggingGameEventListener>());
        builder.Services.AddInstrumentation(static options => (options.Events.History, options.Events.Hooks, options.Events.Logging) = (true, true, true));
        using var host = builder.Build();
        host.Services.GetRequiredService<IPerformanceMonitor>().AddHook("watcher", performanceEvent =>
        {
            if (performanceEvent.Details is not null)
            {
                seen.TrySetResult(performanceEvent);
            }
        });
        var type = GameEventType.Create<Event>("hosted", [], static (_, details) => details.AddId("player", "ann"));
        Assert.False(type.IsWanted);

        await host.StartAsync(TestContext.Current.CancellationToken);
        type.Publish(new Event(), 0);
        Assert.Equal("ann", (await seen.Task.Soon()).Details?.Find("player"));
        Assert.Equal("hosted", Assert.Single(GameEvents.GetHistory(GameEventFilter.ByName("hosted"))).Name);
        await Wait.UntilAsync(() => log.Lines.Any(static line => line.Text.StartsWith("Event hosted:", StringComparison.Ordinal)), "the line");

        GameEvents.StopHistory();
        await host.StopAsync(TestContext.Current.CancellationToken);
        Assert.False(type.IsWanted);
    }

    private sealed class Event : IGameEvent
    {
        public void Record() => throw new NotSupportedException();
    }
}
