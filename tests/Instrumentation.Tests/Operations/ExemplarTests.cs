using System.Diagnostics;
using Instrumentation.Metrics;
using Instrumentation.Metrics.Families;
using Instrumentation.Operations;

namespace Instrumentation.Tests.Operations;

[Collection(AloneCollection.Name)]
public sealed class ExemplarTests
{
    private readonly InstrumentRegistry _registry = new();
    private readonly Operation _operation;

    public ExemplarTests() => _operation = Operation.Create(new OperationDefinition { Name = "Traced", Buckets = [1000] }, _registry);

    [Fact]
    public void ACallWithinARecordedTraceBecomesTheExemplarOfItsBucket()
    {
        Assert.Empty(Exemplars());
        using var activity = Start(recorded: true);
        Wrapper.Run(_operation, static () => { });

        var exemplar = Assert.Single(Exemplars());
        Assert.Equal(0, exemplar.Bucket);
        Assert.Equal((activity.TraceId, activity.SpanId), (exemplar.Exemplar.TraceId, exemplar.Exemplar.SpanId));
        Assert.InRange(exemplar.Exemplar.Value, 0, 1000);
    }

    [Fact]
    public void ABucketKeepsTheFirstAfterEachReading()
    {
        Exemplars();
        var first = Call();
        Call();
        Assert.Equal(first, Assert.Single(Exemplars()).Exemplar.TraceId);
        Assert.Equal(first, Assert.Single(Exemplars()).Exemplar.TraceId);

        var third = Call();
        Assert.Equal(third, Assert.Single(Exemplars()).Exemplar.TraceId);

        ActivityTraceId Call()
        {
            using var activity = Start(recorded: true);
            Wrapper.Run(_operation, static () => { });
            return activity.TraceId;
        }
    }

    [Fact]
    public void ATraceThatIsNotRecordedLeavesNone()
    {
        Exemplars();
        using var activity = Start(recorded: false);
        Wrapper.Run(_operation, static () => { });

        Assert.Empty(Exemplars());
    }

    [Fact]
    public void ABucketThatWasAskedInVainWaitsForTheNextReading()
    {
        Exemplars();
        for (var i = 0; i < 1000; i++)
        {
            Wrapper.Run(_operation, static () => { });
        }

        using var activity = Start(recorded: true);
        Wrapper.Run(_operation, static () => { });
        Assert.Empty(Exemplars());

        Wrapper.Run(_operation, static () => { });
        Assert.Single(Exemplars());
    }

    [Fact]
    public void AnAsyncCallGivesTheTraceItRanIn()
    {
        Exemplars();
        var gate = new Gate();
        ActivityTraceId trace;
        using (var activity = Start(recorded: true))
        {
            trace = activity.TraceId;
            _ = new MonitoredMethods(_operation).Pass(gate, 1);
        }

        Assert.Null(Activity.Current);
        gate.Open();

        Assert.Equal(trace, Assert.Single(Exemplars()).Exemplar.TraceId);
    }

    private static Activity Start(bool recorded)
    {
        var activity = new Activity("test");
        activity.SetIdFormat(ActivityIdFormat.W3C);
        activity.ActivityTraceFlags = recorded ? ActivityTraceFlags.Recorded : ActivityTraceFlags.None;
        return activity.Start();
    }

    private ExemplarFrame[] Exemplars()
    {
        using var snapshot = _registry.Snapshot();
        return snapshot.Data.Exemplars.ToArray();
    }
}
