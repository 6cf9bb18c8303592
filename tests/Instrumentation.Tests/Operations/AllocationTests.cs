using System.Runtime.CompilerServices;
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

        Assert.Equal(0, Allocations.LeastPerCall(() => Wrapper.Run(operation, s_body)));
    }

    [Fact]
    public void ALabelledCallAllocatesNothing()
    {
        var label = Label.ForStrings("region", 5);
        var operation = NewOperation(labels: label);
        var regions = new[] { "eu", "us", null };

        Assert.Equal(0, Allocations.LeastPerCall(() =>
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
        Assert.Equal(0, Allocations.LeastPerCall(() => Wrapper.Track(_operation, static () => Task.CompletedTask)));

    [Fact]
    public void AnAsyncCallThatSuspendsAllocatesSixteenBytesMoreThanWithoutUs()
    {
        var gate = new Gate();
        var methods = new MonitoredMethods(_operation);
        var plain = Allocations.LeastPerCall(() =>
        {
            _ = PassPlain(gate, 1000);
            gate.Open();
        });
        var monitored = Allocations.LeastPerCall(() =>
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
        var monitored = Allocations.LeastPerCall(() => _ = methods.Run(body));
#if DEBUG
        // Unoptimised state machines are classes, and so larger by the timer even when they never leave the stack in a release.
        Assert.Equal(Allocations.LeastPerCall(() => _ = RunPlain(body)) + 16, monitored);
#else
        Assert.Equal(0, monitored);
        Assert.Equal(0, Allocations.LeastPerCall(() => _ = RunPlain(body)));
#endif
    }

    [Fact]
    public void AnEnumerationAllocatesOneObject() =>
        Assert.InRange(Allocations.LeastPerCall(() => Drain(_operation.Track(Once()))) - Allocations.LeastPerCall(static () => Drain(Once())), 1, 96);

    private static void Drain(IEnumerable<int> source)
    {
        foreach (var _ in source)
        {
        }
    }

    // Inlined, the sequence might not leave the stack, and whether it is inlined is up to the profile that the runtime happens to take.
    [MethodImpl(MethodImplOptions.NoInlining)]
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
}
