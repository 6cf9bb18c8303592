using Instrumentation.Metrics;
using Instrumentation.Operations;
using static Instrumentation.Tests.Operations.OperationReader;

namespace Instrumentation.Tests.Operations;

[Collection(AloneCollection.Name)]
public sealed class AllocationTests
{
    private static readonly Action s_body = static () => { };
    private readonly Operation _operation = NewOperation();

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    public void ASynchronousCallAllocatesNothing(int sampleEvery)
    {
        var operation = NewOperation(sampleEvery);

        Assert.Equal(0, BytesPer(() => Wrapper.Run(operation, s_body)));
    }

    [Fact]
    public void ALabelledCallAllocatesNothing()
    {
        var label = Label.ForStrings("region", 5);
        var operation = NewOperation(labels: label);
        var regions = new[] { "eu", "us", null };

        Assert.Equal(0, BytesPer(() =>
        {
            foreach (var region in regions)
            {
                var call = operation.Start(label.IndexOf(region));
                call.Succeed();
                call.End();
            }
        }));
    }

    [Fact]
    public void ATaskThatIsCompleteAllocatesNothing() =>
        Assert.Equal(0, BytesPer(() => Wrapper.Track(_operation, static () => Task.CompletedTask)));

    [Fact]
    public void AnAsyncCallThatSuspendsAllocatesSixteenBytesMoreThanWithoutUs()
    {
        var gate = new Gate();
        var methods = new MonitoredMethods(_operation);
        var plain = BytesPer(() =>
        {
            _ = PassPlain(gate, 1000);
            gate.Open();
        });
        var monitored = BytesPer(() =>
        {
            _ = methods.Pass(gate, 1000);
            gate.Open();
        });

        Assert.Equal(16, monitored - plain);
    }

    [Fact]
    public void AnAsyncCallThatDoesNotSuspendAllocatesNothingMore()
    {
        var methods = new MonitoredMethods(_operation);
        var body = static () => Task.CompletedTask;
        var monitored = BytesPer(() => _ = methods.Run(body));
#if DEBUG
        // Unoptimised state machines are classes, and so larger by the timer even when they never leave the stack in a release.
        Assert.Equal(BytesPer(() => _ = RunPlain(body)) + 16, monitored);
#else
        Assert.Equal(0, monitored);
        Assert.Equal(0, BytesPer(() => _ = RunPlain(body)));
#endif
    }

    [Fact]
    public void AnEnumerationAllocatesOneObject() =>
        Assert.InRange(BytesPer(() => Drain(_operation.Track(Once()))) - BytesPer(static () => Drain(Once())), 1, 96);

    private static void Drain(IEnumerable<int> source)
    {
        foreach (var _ in source)
        {
        }
    }

    private static IEnumerable<int> Once()
    {
        yield return 1;
    }

    private static async Task<int> PassPlain(Gate gate, int value)
    {
        await gate;
        return value;
    }

    private static async Task RunPlain(Func<Task> body) => await body();

    /// <summary>After a warm-up, so that code, cells and pools are there.</summary>
    private static double BytesPer(Action action)
    {
        const int Times = 1000;
        for (var i = 0; i < Times; i++)
        {
            action();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Times; i++)
        {
            action();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Times;
    }
}
