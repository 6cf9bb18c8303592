using Instrumentation.Hooks;

namespace Instrumentation.Tests.Monitoring;

public sealed class RecordEventTests
{
    [Fact]
    public async Task EventsAreCountedByName()
    {
        await using var test = new TestMonitor();
        test.Monitor.RecordEvent("round_won");
        test.Monitor.RecordEvent("round_won");
        test.Monitor.RecordEvent("round_lost");

        Assert.Equal(2, test.Value("instrumentation_events_total", ("event", "round_won")));
        Assert.Equal(1, test.Value("instrumentation_events_total", ("event", "round_lost")));
    }

    [Fact]
    public async Task NamesPastTheBoundAreCountedAsOtherAndHooksStillSeeThem()
    {
        await using var test = new TestMonitor();
        for (var i = 0; i < 200; i++)
        {
            test.Monitor.RecordEvent($"event_{i}");
        }

        var seen = new TaskCompletionSource<string>();
        using var hook = test.Monitor.AddHook("watcher", seen201 => { seen.TrySetResult(seen201.Name); });
        test.Monitor.RecordEvent("event_200");

        Assert.Equal("event_200", await seen.Task.Soon());
        Assert.Equal(1, test.Value("instrumentation_events_total", ("event", "event_199")));
        Assert.Null(test.Value("instrumentation_events_total", ("event", "event_200")));
        Assert.Equal(1, test.Value("instrumentation_events_total", ("event", "other")));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public async Task NameMustSaySomething(string? name)
    {
        await using var test = new TestMonitor();
        Assert.ThrowsAny<ArgumentException>(() => test.Monitor.RecordEvent(name!));
    }

    [Fact]
    public async Task ManyThreadsLoseNoEvent()
    {
        await using var test = new TestMonitor();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 10_000; i++)
            {
                test.Monitor.RecordEvent("shot");
            }
        }))).Soon();

        Assert.Equal(80_000, test.Value("instrumentation_events_total", ("event", "shot")));
    }
}
