using System.Diagnostics.Metrics;
using Instrumentation.Collectors;
using Instrumentation.Metrics;
using Tag = System.Collections.Generic.KeyValuePair<string, object?>;

namespace Instrumentation.Tests.Collectors;

public sealed class MeterCollectorTests : IDisposable
{
    private readonly string _name = $"Tests.{Guid.NewGuid():N}";
    private readonly InstrumentRegistry _registry = new();
    private readonly Meter _meter;

    public MeterCollectorTests() => _meter = new Meter(_name, "1.2");

    public void Dispose() => _meter.Dispose();

    [Fact]
    public void EveryKindAndTypeIsAddedUp()
    {
        using var collector = Collect();
        Add<byte>(2);
        Add<short>(2);
        Add(2);
        Add(2L);
        Add(2.5f);
        Add(2.5);
        Add(2.5m);

        using var snapshot = _registry.Snapshot();
        foreach (var type in (Type[])[typeof(byte), typeof(short), typeof(int), typeof(long)])
        {
            Assert.Equal(4, snapshot.Value($"counter_{type.Name}_total", ("a", "b")));
            Assert.Equal(4, snapshot.Value($"updown_{type.Name}"));
            Assert.Equal(2, snapshot.Value($"gauge_{type.Name}"));
            Assert.Equal(2, snapshot.Find($"histogram_{type.Name}")!.Value.Sum);
            Assert.Equal(2, snapshot.Value($"observed_{type.Name}_total", ("t", "1")));
            Assert.Equal(2, snapshot.Value($"observed_level_{type.Name}"));
        }

        foreach (var type in (Type[])[typeof(float), typeof(double), typeof(decimal)])
        {
            Assert.Equal(5, snapshot.Value($"counter_{type.Name}_total", ("a", "b")));
            Assert.Equal(2.5, snapshot.Value($"gauge_{type.Name}"));
            Assert.Equal(2.5, snapshot.Find($"histogram_{type.Name}")!.Value.Sum);
            Assert.Equal(2.5, snapshot.Value($"observed_{type.Name}_total", ("t", "1")));
        }
    }

    [Fact]
    public void TagsInAnyOrderAreOneSeriesAndOthersAreNot()
    {
        using var collector = Collect();
        var counter = _meter.CreateCounter<long>("ordered");
        counter.Add(1, new Tag("x", 1), new Tag("y", "a"), new Tag("z", true));
        counter.Add(1, new Tag("z", true), new Tag("x", 1), new Tag("y", "a"));
        counter.Add(1, new Tag("y", "a"), new Tag("z", true), new Tag("x", "1"));
        counter.Add(1, new Tag("y", 1), new Tag("x", "a"), new Tag("z", true));
        counter.Add(1);

        using var snapshot = _registry.Snapshot();
        Assert.Equal(3, snapshot.Value("ordered_total", ("x", "1"), ("y", "a"), ("z", "true")));
        Assert.Equal(1, snapshot.Value("ordered_total", ("x", "a"), ("y", "1"), ("z", "true")));
        Assert.Equal(3, snapshot.Family("ordered_total")!.Value.SeriesCount);
    }

    [Fact]
    public void LabelsAreSanitizedSortedAndJoinedWhereTheyCollide()
    {
        using var collector = Collect();
        var counter = _meter.CreateCounter<long>("labelled");
        counter.Add(1, new Tag("http_route", "2"), new Tag("http.route", "1"), new Tag("a", null), new Tag("9", 1.5), new Tag("k", "old"), new Tag("k", "new"), new Tag("le", 1), new Tag("quantile", 2));

        using var snapshot = _registry.Snapshot();
        var labels = snapshot.Family("labelled_total")!.Value.Series.Single().Labels;
        Assert.Equal([new("_9", "1.5"), new("http_route", "1;2"), new("k", "new"), new("tag_le", "1"), new("tag_quantile", "2")], labels);
    }

    [Fact]
    public void TagsOfMeterAndInstrumentAreLabelsAndScopeIsOnRequest()
    {
        using var tagged = new Meter(new System.Diagnostics.Metrics.MeterOptions(_name) { Version = "3", Tags = [new("shard", 7)] });
        using var collector = Collect(static options => options.ScopeLabels = true);
        tagged.CreateCounter<long>("tagged", null, null, [new("kind", "fast")]).Add(1, new Tag("kind", "slow"));

        using var snapshot = _registry.Snapshot();
        Assert.Equal(1, snapshot.Value("tagged_total", ("shard", "7"), ("kind", "slow"), ("otel_scope_name", _name), ("otel_scope_version", "3")));
    }

    [Fact]
    public void PastTheLimitOneSeriesTakesTheRestAndNothingIsLost()
    {
        using var collector = Collect(static options => options.MaxSeries = 3);
        var counter = _meter.CreateCounter<long>("flooded");
        for (var i = 0; i < 1000; i++)
        {
            counter.Add(1, new Tag("user", i.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }

        counter.Add(1, new Tag("user", "2"));

        using var snapshot = _registry.Snapshot();
        Assert.Equal(4, snapshot.Family("flooded_total")!.Value.SeriesCount);
        Assert.Equal(2, snapshot.Value("flooded_total", ("user", "2")));
        Assert.Equal(997, snapshot.Value("flooded_total", ("otel_metric_overflow", "true")));
        Assert.Equal(997, snapshot.Value("instrumentation_label_overflows_total", ("metric", "flooded_total")));
        Assert.Single(_registry.Notices.Messages, static message => message.Contains("flooded_total", StringComparison.Ordinal));
    }

    [Fact]
    public void KnownTagsAllocateNothing()
    {
        using var collector = Collect();
        var counter = _meter.CreateCounter<long>("cheap");
        var histogram = _meter.CreateHistogram<double>("cheap.time", "s");
        Tag[] tags = [new("map", "dust"), new("mode", "ranked"), new("status", 200)];
        Tag[] turned = [tags[2], tags[0], tags[1]];
        Assert.Equal(0, Allocations.LeastPerCall(Record));

        void Record()
        {
            counter.Add(1, tags);
            counter.Add(1, turned);
            counter.Add(1, tags[0]);
            histogram.Record(0.1, tags);
        }
    }

    [Fact]
    public async Task ManyThreadsLoseNothing()
    {
        using var collector = Collect();
        var counter = _meter.CreateCounter<long>("threads");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(() =>
        {
            for (var i = 0; i < 20_000; i++)
            {
                counter.Add(1, new Tag("shard", i % 50), new Tag("x", "y"));
            }
        })));

        using var snapshot = _registry.Snapshot();
        Assert.Equal(80_000, snapshot.Family("threads_total")!.Value.Series.Sum(static series => series.Value));
        Assert.Equal(50, snapshot.Family("threads_total")!.Value.SeriesCount);
    }

    [Fact]
    public void BucketsAreAdvisedOrByUnit()
    {
        using var collector = Collect();
        _meter.CreateHistogram<double>("advised", advice: new() { HistogramBucketBoundaries = [1, 2, 3] }).Record(2);
        _meter.CreateHistogram<int>("none", advice: new() { HistogramBucketBoundaries = [] }).Record(2);
        _meter.CreateHistogram<long>("size", "By").Record(2);
        _meter.CreateHistogram<double>("time", "s").Record(2);
        _meter.CreateHistogram<double>("other").Record(2);

        using var snapshot = _registry.Snapshot();
        Assert.Equal([1, 2, 3, double.PositiveInfinity], snapshot.Find("advised")!.Value.Bounds.ToArray());
        Assert.Equal([0, 1, 1, 1], snapshot.Find("advised")!.Value.CumulativeCounts.ToArray());
        Assert.Equal(1, snapshot.Find("none")!.Value.Count);
        Assert.Equal(64, snapshot.Find("size_bytes")!.Value.Bounds[0]);
        Assert.Equal(0.005, snapshot.Find("time_seconds")!.Value.Bounds[0]);
        Assert.Equal(10_000, snapshot.Find("other")!.Value.Bounds[^2]);
    }

    [Fact]
    public void WhatIsNoAmountIsRejected()
    {
        using var collector = Collect();
        var counter = _meter.CreateCounter<double>("refusing");
        counter.Add(1);
        counter.Add(-1);
        counter.Add(double.NaN);

        using var snapshot = _registry.Snapshot();
        Assert.Equal(1, snapshot.Value("refusing_total"));
        Assert.Equal(2, snapshot.Value("instrumentation_rejected_values_total", ("metric", "refusing_total")));
    }

    [Fact]
    public void CallbackThatThrowsIsCountedAndNotedOnceAndTheRestIsCollected()
    {
        using var collector = Collect();
        _meter.CreateObservableGauge("broken", (Func<int>)(static () => throw new InvalidOperationException("No reading.")));
        _meter.CreateObservableGauge("sound", static () => 5);
        _registry.Snapshot().Dispose();

        using var snapshot = _registry.Snapshot();
        Assert.Null(snapshot.Find("broken"));
        Assert.Equal(5, snapshot.Value("sound"));
        Assert.Equal(2, snapshot.Value("instrumentation_collector_failures_total", ("collector", "meters")));
        Assert.Contains("No reading.", Assert.Single(_registry.Notices.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsNoLongerObservedIsNoLongerShown()
    {
        using var collector = Collect();
        List<Measurement<int>> rooms = [new(1, new Tag("room", "a")), new(2, new Tag("room", "b"))];
        _meter.CreateObservableGauge("rooms", () => rooms);
        _registry.Snapshot().Dispose();
        rooms.RemoveAt(0);

        using var snapshot = _registry.Snapshot();
        Assert.Equal("b", snapshot.Family("rooms")!.Value.Series.Single()["room"]);
    }

    [Fact]
    public void SeriesOfADisposedMeterGoAndStartAgainFromNothing()
    {
        using var collector = Collect();
        for (var life = 0; life < 3; life++)
        {
            using (var meter = new Meter(_name))
            {
                meter.CreateCounter<long>("lives").Add(3, new Tag("a", "b"));
                meter.CreateHistogram<double>("lifetimes").Record(2.5);
                using var during = _registry.Snapshot();
                Assert.Equal(3, during.Value("lives_total"));
                Assert.Equal((1, 2.5), (during.Find("lifetimes")!.Value.Count, during.Find("lifetimes")!.Value.Sum));
            }

            using var after = _registry.Snapshot();
            Assert.Null(after.Find("lives_total"));
            Assert.Null(after.Find("lifetimes"));
        }
    }

    [Fact]
    public void SameInstrumentOfTwoMetersOfOneNameIsOneAndOfAnotherMeterIsAnother()
    {
        using var twin = new Meter(_name, "1.2");
        using var stranger = new Meter(_name + ".Other");
        using var collector = Collect();
        _meter.CreateCounter<long>("shared").Add(1);
        twin.CreateCounter<long>("shared").Add(2);
        stranger.CreateCounter<long>("shared").Add(4);

        using var snapshot = _registry.Snapshot();
        Assert.Equal(2, snapshot.Family("shared_total")!.Value.SeriesCount);
        Assert.Equal(4, snapshot.Value("shared_total", ("otel_scope_name", _name + ".Other")));
        Assert.Equal(7, snapshot.Family("shared_total")!.Value.Series.Sum(static series => series.Value));
    }

    [Fact]
    public void NameOfADisposedMeterIsFreeForAnotherKindAndComesBack()
    {
        using var collector = Collect();
        for (var life = 0; life < 2; life++)
        {
            using (var meter = new Meter(_name))
            {
                meter.CreateUpDownCounter<long>("load").Add(3);
                Assert.Equal(3, _registry.Snapshot().Value("load"));
            }

            using (var meter = new Meter(_name))
            {
                meter.CreateHistogram<double>("load").Record(2.5);
                using var snapshot = _registry.Snapshot();
                Assert.Equal((MetricKind.Histogram, 1), (snapshot.Family("load")!.Value.Kind, snapshot.Find("load")!.Value.Count));
            }
        }

        _registry.Gauge("load", "Ours.").Set(7);
        using (var meter = new Meter(_name))
        {
            meter.CreateUpDownCounter<long>("load").Add(3);
            Assert.Equal(7, _registry.Snapshot().Value("load"));
        }

        Assert.Equal(1, _registry.Snapshot().Value("instrumentation_registration_conflicts_total"));
    }

    [Fact]
    public void WhatIsRefusedForItsKindTakesNothingFromOthersOfTheFirstKind()
    {
        using var collector = Collect();
        using var twin = new Meter(_name);
        using var stranger = new Meter(_name + ".Other");
        _meter.CreateCounter<long>("mixed_total", null, "One text.").Add(1);
        twin.CreateHistogram<long>("mixed", null, "As the counter's family.").Record(1);
        stranger.CreateCounter<long>("mixed_total", null, "Another text.").Add(2);

        using var snapshot = _registry.Snapshot();
        Assert.Equal(3, snapshot.Family("mixed_total")!.Value.Series.Sum(static series => series.Value));
        Assert.Null(snapshot.Family("mixed"));
    }

    [Fact]
    public void AnotherKindUnderTheSameNameIsReportedAndNotShown()
    {
        using var collector = Collect();
        _registry.Gauge("taken", "Ours.").Set(1);
        _meter.CreateObservableGauge("taken", static () => 2);

        using var snapshot = _registry.Snapshot();
        Assert.Equal(1, snapshot.Value("taken"));
        Assert.Equal(1, snapshot.Value("instrumentation_registration_conflicts_total"));
    }

    [Fact]
    public void TwoCollectorsCountOnceAndWhenOneGoesTheOtherGoesOnFromThere()
    {
        var counter = _meter.CreateCounter<long>("once");
        _meter.CreateObservableCounter("watched", static () => 5L);
        var first = Collect();
        using var second = Collect();
        counter.Add(1);
        AssertShown(1);

        // A snapshot that has observed already and is read only then, as when one host stops while another is scraped.
        using (_registry.AddCollector("stops meanwhile", first.Dispose))
        {
            AssertShown(1);
        }

        counter.Add(2);
        AssertShown(3);

        void AssertShown(long count)
        {
            using var snapshot = _registry.Snapshot();
            Assert.Equal(count, snapshot.Value("once_total"));
            Assert.Equal(5, snapshot.Value("watched_total"));
        }
    }

    [Fact]
    public void WhatOnlyTheOneThatGoesWantedIsNoLongerShown()
    {
        using var other = new Meter(_name + ".Other");
        var mine = _meter.CreateCounter<long>("mine");
        var others = other.CreateCounter<long>("others");
        using var stays = Collect(options => options.Names[0] = _name);
        var goes = Collect();
        mine.Add(1);
        others.Add(1);
        goes.Dispose();
        goes.Dispose();
        mine.Add(1);
        others.Add(1);

        using (var snapshot = _registry.Snapshot())
        {
            Assert.Equal(2, snapshot.Value("mine_total"));
            Assert.Null(snapshot.Value("others_total"));
        }

        // The last one gone, a new one begins from nothing.
        stays.Dispose();
        using var late = Collect();
        mine.Add(7);
        using var after = _registry.Snapshot();
        Assert.Equal(7, after.Value("mine_total"));
    }

    [Fact]
    public void LastValueOfAGaugeAndDefaultsOfTheRuntimeAreShown()
    {
        using var collector = new MeterCollector(_registry);
        GC.Collect();
        using var snapshot = _registry.Snapshot();
        Assert.True(snapshot.Value("dotnet_gc_collections_total", ("gc_heap_generation", "gen2")) > 0);
        Assert.NotNull(snapshot.Find("dotnet_process_cpu_time_seconds_total"));
        Assert.True(snapshot.Value("dotnet_thread_pool_threads") >= 0);
    }

    [Fact]
    public void OptionsAreChecked()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Collect(static options => options.MaxSeries = 0));
        Assert.Throws<ArgumentException>(() => Collect(static options => options.Names.Add(" ")));
    }

    private MeterCollector Collect(Action<Instrumentation.Collectors.MeterOptions>? configure = null)
    {
        var options = new Instrumentation.Collectors.MeterOptions();
        options.Names.Clear();
        options.Names.Add(_name + "*");
        configure?.Invoke(options);
        return new MeterCollector(_registry, options);
    }

    private void Add<T>(T value)
        where T : struct
    {
        var type = typeof(T).Name;
        var counter = _meter.CreateCounter<T>($"counter.{type}");
        counter.Add(value, new Tag("a", "b"));
        counter.Add(value, new Tag("a", "b"));
        var updown = _meter.CreateUpDownCounter<T>($"updown.{type}");
        updown.Add(value);
        updown.Add(value);
        _meter.CreateGauge<T>($"gauge.{type}").Record(value);
        _meter.CreateHistogram<T>($"histogram.{type}").Record(value);
        _meter.CreateObservableCounter($"observed.{type}", () => new Measurement<T>(value, new Tag("t", 1)));
        _meter.CreateObservableUpDownCounter($"observed.level.{type}", () => value);
    }
}
