using Instrumentation.Operations;
using static Instrumentation.Tests.Operations.OperationReader;

namespace Instrumentation.Tests.Operations;

/// <summary>A call ends once, in one bucket, whatever the wrapper around it does.</summary>
public sealed class CallEndingTests
{
    private readonly Operation _operation = NewOperation();

    [Fact]
    public void OneCallIsOneCallWhateverIsCalledAfterIt()
    {
        var call = _operation.Start();
        call.Succeed();
        call.End();
        call.End();
        var sampled = _operation.StartSampled();
        sampled.Succeed();
        sampled.End();
        sampled.End();

        _operation.AssertOutcome(calls: 2);
    }

    [Fact]
    public void ACallThatEndsWithoutAnExceptionToNoteIsAFailureOfAnotherKind()
    {
        var call = _operation.Start();
        call.End();
        call.End();
        var sampled = _operation.StartSampled();
        sampled.End();
        sampled.End();

        _operation.AssertOutcome(calls: 2, failures: "other=2");
    }

    [Fact]
    public void ADurationOnABoundBelongsToItsBucket()
    {
        Assert.Equal([100_000L, 300_000L, long.MaxValue], DurationBuckets.ToTicks([0.0001, 0.0003]).Select(ToNanoseconds));

        static long ToNanoseconds(long ticks) => ticks == long.MaxValue ? ticks : ticks * (1_000_000_000 / System.Diagnostics.Stopwatch.Frequency);
    }

    [Fact]
    public void CallsGoToTheFirstBucketThatTakesThem()
    {
        var operation = NewOperation(buckets: [-1, 1e6, 2e6]);
        Wrapper.Run(operation, static () => { });

        operation.Read(out var buckets);

        Assert.Equal([0, 1, 0, 0], buckets);
    }
}
