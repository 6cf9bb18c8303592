using Instrumentation.Events;
using Instrumentation.Hooks;
using Instrumentation.Tests.Monitoring;
using Microsoft.Extensions.Logging;
using static Instrumentation.Tests.Events.TestStream;

namespace Instrumentation.Tests.Events;

public sealed class GameEventStreamTests
{
    private const string Dropped = "instrumentation_event_stream_dropped_total";
    private const string Failures = "instrumentation_event_stream_failures_total";

    [Fact]
    public void Identifiers_read_the_same_in_every_culture()
    {
        var details = new RecordedEventDetails();
        details.AddId("at", new DateTime(2026, 5, 1, 12, 0, 0, DateTimeKind.Utc));
        details.AddId("day", new DateOnly(2026, 5, 1));
        details.AddId("share", 0.5);
        details.AddId("isNew", true);

        Assert.Equal(["2026-05-01T12:00:00.0000000Z", "2026-05-01", "0.5", "true"], details.Ids.Select(static id => id.Value));
    }

    [Fact]
    public async Task SubscriberOfATypeGetsTheEventsOfThatTypeAsTheyAre()
    {
        var test = new TestStream();
        var seen = new TaskCompletionSource<Hit>();
        using var subscription = test.Stream.Subscribe<Hit>(seen.SetResult);
        Assert.True(test.HitType.IsWanted);
        Assert.False(test.KillType.IsWanted);

        test.Record(new Hit("ann", 3));
        Assert.Equal(new Hit("ann", 3), await seen.Task.Soon());
    }

    [Fact]
    public async Task ListenerIsToldOfEveryEventInPlainNamesAndValues()
    {
        var test = new TestStream();
        var listener = new Listener();
        using var subscription = test.Stream.Subscribe(listener);
        test.Record(new Hit("ann", 3.5), series: 3);
        test.Record(new Kill(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)));
        test.Record(new Hit(null, double.NaN), series: 4);
        await Wait.UntilAsync(() => listener.Seen.Count == 3, "all three events");

        var events = listener.Seen.ToArray();
        var time = test.Time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal($$$"""{"event":"hits","time":"{{{time}}}","labels":{"weapon":"bow","critical":"true"},"ids":{"player":"ann"},"values":{"damage":3.5}}""", events[0].ToJson());
        Assert.Equal($$$"""{"event":"kills","time":"{{{time}}}","ids":{"player":"2026-01-02T03:04:05.0000000\u002B00:00"}}""", events[1].ToString());
        Assert.Equal("other", events[2].Find("weapon"));
        Assert.Empty(events[2].Ids);
        Assert.Empty(events[2].Values);
        Assert.Null(events[2].Find("player"));
    }

    [Fact]
    public async Task FilterLeavesOutByNameAndByValue()
    {
        var test = new TestStream();
        var listener = new Listener();
        var filter = new GameEventFilter { Names = ["hits"], Values = new Dictionary<string, string> { ["weapon"] = "bow", ["player"] = "bob" } };
        using var subscription = test.Stream.Subscribe(listener, filter);
        Assert.False(test.KillType.IsWanted);

        test.Record(new Hit("ann", 1), series: 2);
        test.Record(new Hit("bob", 2), series: 0);
        test.Record(new Hit("bob", 3), series: 2);
        await Wait.UntilAsync(() => !listener.Seen.IsEmpty, "the event");
        Assert.Equal(3, Assert.Single(listener.Seen).Values[0].Value);
    }

    [Fact]
    public async Task ThrowingSubscriberIsCountedAndHurtsNobody()
    {
        var test = new TestStream();
        var listener = new Listener();
        using var throwing = test.Stream.Subscribe<Hit>(static _ => throw new InvalidOperationException("mine"), "throwing");
        using var other = test.Stream.Subscribe(listener);
        test.Record(new Hit("ann", 1));
        test.Record(new Hit("ann", 2));
        await Wait.UntilAsync(() => listener.Seen.Count == 2 && test.Value(Failures, "throwing") == 2, "both events and both failures");
        Assert.Contains(test.Registry.Notices.Messages, static message => message.Contains("'throwing'", StringComparison.Ordinal) && message.Contains("mine", StringComparison.Ordinal));
        Assert.Equal(0, test.Value(Failures, "listener"));
    }

    [Fact]
    public async Task SlowSubscriberMissesEventsWhichAreCountedAndHurtsNobody()
    {
        var test = new TestStream(static options => options.QueueCapacity = 4);
        var gate = new TaskCompletionSource();
        var listener = new Listener();
        var entered = new TaskCompletionSource();
        using var slow = test.Stream.Subscribe<Hit>(
            async (_, _) =>
            {
                entered.TrySetResult();
                await gate.Task;
            },
            "slow");
        test.Record(new Hit("ann", 0));
        await entered.Task.Soon();
        for (var i = 1; i <= 10; i++)
        {
            test.Record(new Hit("ann", i));
        }

        Assert.Equal(6, test.Value(Dropped, "slow"));
        var statistics = Assert.Single(test.Stream.GetStatistics().Subscribers);
        Assert.Equal(("slow", 4, 6L), (statistics.Name, statistics.Waiting, statistics.Dropped));

        using var other = test.Stream.Subscribe(listener);
        test.Record(new Hit("ann", 11));
        await Wait.UntilAsync(() => listener.Seen.Count == 1, "the event, although another subscriber is stuck");
        gate.SetResult();
        await Wait.UntilAsync(() => test.Stream.GetStatistics().Subscribers[0].Delivered == 5, "what waited");
    }

    [Fact]
    public async Task EventThatCannotBeToldIsCountedAndTheRecorderNeverKnows()
    {
        var test = new TestStream();
        var listener = new Listener();
        using var subscription = test.Stream.Subscribe(listener);
        test.Record(new Kill(new Unspeakable()));
        test.Record(new Kill("ann"));
        await Wait.UntilAsync(() => listener.Seen.Count == 1, "the event that can be told");
        Assert.Equal(1, test.Value(Failures, "kills"));
    }

    [Fact]
    public async Task NobodyIsToldAfterTheSubscriptionHasEnded()
    {
        var test = new TestStream();
        var gate = new TaskCompletionSource();
        var entered = new TaskCompletionSource<CancellationToken>();
        var calls = 0;
        var subscription = test.Stream.Subscribe<Hit>(async (_, token) =>
        {
            Interlocked.Increment(ref calls);
            entered.TrySetResult(token);
            await gate.Task;
        });
        test.Record(new Hit("ann", 1));
        test.Record(new Hit("ann", 2));
        var token = await entered.Task.Soon();
        subscription.Dispose();
        subscription.Dispose();

        Assert.False(test.HitType.IsWanted);
        Assert.Empty(test.Stream.GetStatistics().Subscribers);
        await Wait.UntilAsync(() => token.IsCancellationRequested, "the token");
        gate.SetResult();
        Assert.Equal(1, Volatile.Read(ref calls));
    }

    [Fact]
    public void ThereIsAnEndToSubscriptions()
    {
        var test = new TestStream(static options => options.MaxSubscribers = 2);
        using var one = test.Stream.Subscribe<Hit>(static _ => { });
        var two = test.Stream.Subscribe(new Listener());
        Assert.Throws<InvalidOperationException>(() => test.Stream.Subscribe<Kill>(static _ => { }));
        two.Dispose();
        using var three = test.Stream.Subscribe<Kill>(static _ => { });
    }

    [Fact]
    public void HistoryIsOffUntilItIsStartedAndKeepsTheLastEvents()
    {
        var test = new TestStream(static options => options.HistorySize = 3);
        test.Record(new Hit("before", 0));
        Assert.Empty(test.Stream.GetHistory());

        test.Stream.StartHistory();
        for (var i = 1; i <= 5; i++)
        {
            test.Record(new Hit("ann", i));
        }

        test.Record(new Kill("bob"));
        Assert.Equal(["4", "5", ""], test.Stream.GetHistory().Select(static recorded => string.Concat(recorded.Values.Select(static value => value.Value))));
        Assert.Equal("kills", Assert.Single(test.Stream.GetHistory(GameEventFilter.ByName("kills"))).Name);
        Assert.Equal((6L, 3), (test.Stream.GetStatistics().Events, test.Stream.GetStatistics().History));

        test.Stream.StopHistory();
        Assert.False(test.HitType.IsWanted);
        Assert.Empty(test.Stream.GetHistory());
    }

    [Fact]
    public async Task EventsCanBeReadAsTheyCome()
    {
        var test = new TestStream();
        var read = new List<string?>();
        using var stop = new CancellationTokenSource();
        var reading = Task.Run(async () =>
        {
            await foreach (var recorded in test.Stream.ReadAllAsync(GameEventFilter.ByName("hits"), cancellationToken: stop.Token))
            {
                read.Add(recorded.Find("player"));
                if (read.Count == 3)
                {
                    break;
                }
            }
        });
        await Wait.UntilAsync(() => test.HitType.IsWanted, "the subscription");
        foreach (var player in new[] { "ann", "bob", "cid" })
        {
            test.Record(new Hit(player, 1));
        }

        await reading.Soon();
        Assert.Equal(["ann", "bob", "cid"], read);
        Assert.False(test.HitType.IsWanted);
    }

    [Fact]
    public async Task ReadingEndsWithTheToken()
    {
        var test = new TestStream();
        using var stop = new CancellationTokenSource();
        var next = test.Stream.ReadAllAsync(cancellationToken: stop.Token).GetAsyncEnumerator(CancellationToken.None).MoveNextAsync().AsTask();
        await Wait.UntilAsync(() => test.HitType.IsWanted, "the subscription");
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next.Soon());
        Assert.False(test.HitType.IsWanted);
    }

    [Fact]
    public void NothingIsAllocatedWhileNobodyListens()
    {
        var test = new TestStream();

        Assert.Equal(0, Allocations.LeastPerCall(() => test.Record(new Hit("ann", 1))));
    }

    [Fact]
    public async Task HooksSeeGameEventsWithAllTheyTell()
    {
        var test = new TestStream();
        await using var monitor = new TestMonitor();
        var seen = new TaskCompletionSource<Instrumentation.Monitoring.PerformanceEvent>();
        using var hook = monitor.Monitor.AddHook("watcher", seen.SetResult);
        using var joined = monitor.Monitor.AddGameEvents(GameEventFilter.ByName("hits"), test.Stream);
        test.Record(new Hit("ann", 7));

        var performanceEvent = await seen.Task.Soon();
        Assert.Equal(("hits", "ann", test.Time.GetUtcNow()), (performanceEvent.Name, performanceEvent.Details?.Find("player"), performanceEvent.Timestamp));
        Assert.Equal(1, monitor.Value("instrumentation_events_total", ("event", "hits")));
    }

    [Fact]
    public async Task EventsAreLogged()
    {
        var test = new TestStream();
        using var log = new RecordingLog();
        using var subscription = test.Stream.Subscribe(new LoggingGameEventListener(log.For<LoggingGameEventListener>(), LogLevel.Warning));
        test.Record(new Hit("ann", 7));
        await Wait.UntilAsync(() => log.Lines.Count == 1, "the line");
        Assert.StartsWith("Event hits: {\"event\":\"hits\"", log.At(LogLevel.Warning)[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1_000_001, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 10_001, 1)]
    [InlineData(1, 1, 0)]
    [InlineData(1, 1, 65_537)]
    public void BoundsHaveBounds(int history, int subscribers, int queue) => Assert.Throws<ArgumentOutOfRangeException>(() =>
        new TestStream().Stream.Configure(new GameEventStreamOptions { HistorySize = history, MaxSubscribers = subscribers, QueueCapacity = queue }));

    private sealed class Unspeakable
    {
        public override string ToString() => throw new InvalidOperationException();
    }
}
