using Instrumentation.Metrics;
using Instrumentation.Operations;

namespace Instrumentation.Tests.Operations;

public sealed class OperationRegistrationTests
{
    private readonly InstrumentRegistry _registry = new();

    [Fact]
    public void AnOperationIsInTheSharedFamiliesFromTheStart()
    {
        Create(new() { Name = "Combat.Act" });

        using var snapshot = _registry.Snapshot();
        Assert.Equal(0, snapshot.Value("operation_duration_seconds", ("operation", "Combat.Act")));
        Assert.Equal(0, snapshot.Value("operation_cancellations_total", ("operation", "Combat.Act")));
        Assert.Equal(0, snapshot.Value("operations_in_flight", ("operation", "Combat.Act")));
        Assert.Equal(18 + 1, snapshot.Find("operation_duration_seconds", ("operation", "Combat.Act"))!.Value.Bounds.Length);
    }

    [Fact]
    public void CallsFailuresAndCancellationsAreShown()
    {
        var operation = Create(new() { Name = "Combat.Act" });
        Create(new() { Name = "Combat.Move" });
        Wrapper.Run(operation, static () => { });
        Assert.Throws<TimeoutException>(() => Wrapper.Run(operation, static () => throw new TimeoutException()));
        Assert.Throws<OperationCanceledException>(() => Wrapper.Run(operation, static () => throw new OperationCanceledException()));
        var running = operation.Start();

        using var snapshot = _registry.Snapshot();
        var durations = snapshot.Find("operation_duration_seconds", ("operation", "Combat.Act"))!.Value;
        Assert.Equal(3, durations.Count);
        Assert.Equal(3, durations.CumulativeCounts[^1]);
        Assert.True(durations.Sum > 0);
        Assert.Equal(1, snapshot.Value("operation_failures_total", ("operation", "Combat.Act"), ("error", "TimeoutException")));
        Assert.Equal(1, snapshot.Value("operation_cancellations_total", ("operation", "Combat.Act")));
        Assert.Equal(1, snapshot.Value("operations_in_flight", ("operation", "Combat.Act")));
        Assert.Equal(0, snapshot.Value("operation_duration_seconds", ("operation", "Combat.Move")));
        Assert.Equal(1, snapshot.Family("operation_failures_total")!.Value.SeriesCount);
        running.Succeed();
    }

    [Fact]
    public void TheSumIsInSeconds()
    {
        var operation = Create(new() { Name = "Combat.Act", SampleEvery = 2 });
        var series = operation.Series[0];
        ref var block = ref CellMemory.Own(series.Cell);
        series.Begin(ref block);
        series.Finish(ref block, System.Diagnostics.Stopwatch.GetTimestamp() - (3 * System.Diagnostics.Stopwatch.Frequency));
        Wrapper.Run(operation, static () => { });

        using var snapshot = _registry.Snapshot();
        var durations = snapshot.Find("operation_duration_seconds", ("operation", "Combat.Act"))!.Value;
        Assert.Equal(2, durations.Count);
        Assert.InRange(durations.Sum, 6, 600);
        Assert.Equal([0, 2], [durations.CumulativeCounts[13], durations.CumulativeCounts[^1]]);
    }

    [Fact]
    public void PrefixServiceAndMetricGiveTheNames()
    {
        var operation = Create(new()
        {
            Name = "Combat.Act", Prefix = "arena", Service = "combat", Metric = "act_seconds", Help = "Acting.", Buckets = [1, 2],
        });
        Assert.Throws<TimeoutException>(() => Wrapper.Run(operation, static () => throw new TimeoutException()));

        using var snapshot = _registry.Snapshot();
        var family = snapshot.Family("arena_act_seconds")!.Value;
        Assert.Equal(("Acting.", "seconds"), (family.Help, family.Unit));
        var series = Assert.Single(family.Series);
        Assert.Equal([KeyValuePair.Create("service", "combat")], series.Labels);
        Assert.Equal([1, 2, double.PositiveInfinity], series.Bounds.ToArray());
        Assert.Equal(1, series.Count);
        Assert.Null(snapshot.Family("arena_operation_duration_seconds"));
        Assert.Equal(
            ["operation", "service", "error"],
            Assert.Single(snapshot.Family("arena_operation_failures_total")!.Value.Series).Labels.Select(static label => label.Key));
    }

    [Fact]
    public void DeclaredLabelValuesAreShownAtOnceAndOthersWhenTouched()
    {
        var region = Label.ForStrings("region", 2);
        var operation = Create(new()
        {
            Name = "Combat.Act", Labels = [Label.Declared("weapon", ["rifle", "knife"], hasNone: true, hasOther: true)],
        });
        var joined = Create(new() { Name = "Lobby.Join", Labels = [region] });
        operation.Start(3).Succeed();
        foreach (var value in new[] { "eu", "us", "asia", null })
        {
            joined.Start(region.IndexOf(value)).Succeed();
        }

        using var snapshot = _registry.Snapshot();
        var durations = snapshot.Family("operation_duration_seconds")!.Value.Series.Select(static series => series.ToString());
        Assert.Equal(
            [
                "{operation=\"Combat.Act\",weapon=\"rifle\"} 0",
                "{operation=\"Combat.Act\",weapon=\"knife\"} 0",
                "{operation=\"Combat.Act\",weapon=\"other\"} 1",
                "{operation=\"Lobby.Join\",region=\"eu\"} 1",
                "{operation=\"Lobby.Join\",region=\"us\"} 1",
                "{operation=\"Lobby.Join\",region=\"other\"} 1",
                "{operation=\"Lobby.Join\",region=\"none\"} 1",
            ],
            durations);
        Assert.Equal(1, snapshot.Value("instrumentation_label_overflows_total", ("metric", "Lobby.Join")));
    }

    [Fact]
    public void LabelNumbersAreByPlaceValue()
    {
        var operation = Create(new()
        {
            Name = "Combat.Act",
            Labels = [Label.Declared("weapon", ["rifle", "knife"], false, true), Label.Declared("hit", ["false", "true"], false, false)],
        });
        operation.Start((1 * 2) + 0).Succeed();

        using var snapshot = _registry.Snapshot();
        Assert.Equal(1, snapshot.Value("operation_duration_seconds", ("weapon", "knife"), ("hit", "false")));
        Assert.Equal(4, snapshot.Family("operation_duration_seconds")!.Value.SeriesCount);
    }

    [Fact]
    public void OverloadsOfOneNameAreOneOperationAndNumberLabelValuesAlike()
    {
        var (first, second) = (Label.ForStrings("region", 5), Label.ForStrings("region", 5));
        var one = Create(new() { Name = "Lobby.Join", Labels = [first] });
        one.Start(first.IndexOf("eu")).Succeed();
        var other = Create(new() { Name = "Lobby.Join", Labels = [second] });
        other.Start(second.IndexOf("us")).Succeed();
        other.Start(second.IndexOf("eu")).Succeed();

        Assert.Same(one, other);
        using var snapshot = _registry.Snapshot();
        Assert.Equal(2, snapshot.Value("operation_duration_seconds", ("region", "eu")));
        Assert.Equal(1, snapshot.Value("operation_duration_seconds", ("region", "us")));
        AssertConflicts(snapshot, 0);
    }

    [Fact]
    public void OverloadsWithDifferentLabelNamesStandSideBySide()
    {
        Create(new() { Name = "Lobby.Join" }).Start().Succeed();
        var label = Label.Declared("full", ["false", "true"], false, false);
        Create(new() { Name = "Lobby.Join", Labels = [label] }).Start(1).Succeed();

        using var snapshot = _registry.Snapshot();
        Assert.Equal(3, snapshot.Family("operation_duration_seconds")!.Value.SeriesCount);
        AssertConflicts(snapshot, 0);
    }

    public static TheoryData<OperationDefinition> Clashes =>
    [
        new OperationDefinition { Name = "Known", Buckets = [1] },
        new OperationDefinition { Name = "Known", Metric = "own_seconds" },
        new OperationDefinition { Name = "Labelled", Labels = [Label.Declared("weapon", ["knife"], false, true)] },
        new OperationDefinition { Name = "Other", Metric = "known_seconds" },
        new OperationDefinition { Name = "Unsorted", Buckets = [2, 1] },
        new OperationDefinition { Name = "Endless", Buckets = [1, double.PositiveInfinity] },
        new OperationDefinition { Name = "" },
        new OperationDefinition { Name = "Reserved", Labels = [Label.Declared("error", ["a"], false, false)] },
        new OperationDefinition { Name = "Misnamed", Labels = [Label.Declared("no-name", ["a"], false, false)] },
        new OperationDefinition { Name = "Misnamed", Metric = "no name" },
        new OperationDefinition { Name = "Taken", Metric = "operation_failures_total" },
    ];

    [Theory]
    [MemberData(nameof(Clashes), DisableDiscoveryEnumeration = true)]
    public void AClashNeverThrowsAndIsReportedAndMeasuresUnseen(OperationDefinition definition)
    {
        Create(new() { Name = "Known" });
        Create(new() { Name = "Labelled", Labels = [Label.Declared("weapon", ["rifle"], false, true)] });
        Create(new() { Name = "Known.Metric", Metric = "known_seconds" });
        int shown;
        using (var before = _registry.Snapshot())
        {
            shown = before.Family("operation_duration_seconds")!.Value.SeriesCount;
        }

        var operation = Create(definition);
        Wrapper.Run(operation, static () => { });

        operation.AssertOutcome(calls: 1);
        using var snapshot = _registry.Snapshot();
        Assert.Equal(shown, snapshot.Family("operation_duration_seconds")!.Value.SeriesCount);
        Assert.Equal(0, snapshot.Value("operation_duration_seconds", ("operation", "Known")));
        Assert.Equal(0, snapshot.Value("known_seconds"));
        AssertConflicts(snapshot, 1);
        Assert.Contains(_registry.Notices.Messages, static message => message.Contains("measured but not shown", StringComparison.Ordinal));
    }

    [Fact]
    public void ASnapshotOfOperationsAllocatesNothingOnceTheirLabelsAreKnown()
    {
        for (var i = 0; i < 50; i++)
        {
            Create(new() { Name = $"Operation{i}" }).Start().Succeed();
        }

        // The snapshot object itself, whatever the number of series. Cells are the process's, so that a test beside this one can make the buffer grow now and then.
        Assert.InRange(Allocations.Least(() => _registry.Snapshot().Dispose()), 0, 200);
    }

    private static void AssertConflicts(MetricsSnapshot snapshot, int count) =>
        Assert.Equal(count, snapshot.Value("instrumentation_registration_conflicts_total"));

    private Operation Create(OperationDefinition definition) => Operation.Create(definition, _registry);
}
