using Instrumentation.Metrics;
using Instrumentation.Metrics.Families;
using Instrumentation.Operations;
using static Instrumentation.Tests.Operations.OperationReader;

namespace Instrumentation.Tests.Operations;

public sealed class SamplingTests
{
    [Fact]
    public void EveryCallIsCountedAndTheFirstOfAThreadIsTimed()
    {
        var operation = NewOperation(sampleEvery: 4);

        Wrapper.Run(operation, static () => { });
        var timed = operation.Read().Seconds;
        Assert.True(timed > 0);
        for (var i = 0; i < 9; i++)
        {
            Wrapper.Run(operation, static () => { });
        }

        operation.AssertOutcome(calls: 10);
    }

    [Fact]
    public void OneCallOfSoManyIsTimedInWrappersOfEachShape()
    {
        var operation = NewOperation(sampleEvery: 4);
        for (var i = 0; i < 5; i++)
        {
            Wrapper.Run(operation, static () => { });
            Wrapper.Track(operation, static () => Task.CompletedTask);
        }

        // The calls 1, 5 and 9.
        Assert.Equal(7, CellMemory.Sum(operation.Series[0].Cell + CallCells.Untimed));
        operation.AssertOutcome(calls: 10);
    }

    [Fact]
    public void ASampledStartOfAnOperationThatTimesAllTimesAll()
    {
        var operation = NewOperation(sampleEvery: 1);
        for (var i = 0; i < 5; i++)
        {
            var call = operation.StartSampled();
            call.Succeed();
            call.End();
        }

        Assert.Equal(0, CellMemory.Sum(operation.Series[0].Cell + CallCells.Untimed));
        operation.AssertOutcome(calls: 5);
    }

    [Fact]
    public void AFailureIsCountedWhetherOrNotTheCallIsTimed()
    {
        var operation = NewOperation(sampleEvery: 10);
        for (var i = 0; i < 5; i++)
        {
            Assert.Throws<TimeoutException>(() => Wrapper.Run(operation, static () => throw new TimeoutException()));
        }

        operation.AssertOutcome(calls: 5, failures: "TimeoutException=5");
    }

    [Fact]
    public void UntimedCallsAreSpreadInProportion()
    {
        var untimed = new UntimedSpread(3);
        long[] buckets = [6, 3, 1];

        var sum = untimed.Apply(buckets, sum: 100, untimed: 90);

        Assert.Equal([60, 30, 10], buckets);
        Assert.Equal(1000, sum);
    }

    [Fact]
    public void WhatWasSpreadStaysWhereItIsWhenTimesChange()
    {
        var untimed = new UntimedSpread(2);
        untimed.Apply([1, 0], sum: 10, untimed: 63);

        long[] buckets = [1, 1];
        var sum = untimed.Apply(buckets, sum: 110, untimed: 64);

        Assert.Equal([64, 2], buckets);
        Assert.Equal(110 + 630 + 100, sum);
    }

    [Fact]
    public void BeforeAnythingIsTimedTheCountIsRightAndNoBucketClaimsMore()
    {
        var untimed = new UntimedSpread(2);
        long[] buckets = [0, 0];
        untimed.Apply(buckets, sum: 0, untimed: 5);
        Assert.Equal([0, 5], buckets);

        buckets = [1, 0];
        untimed.Apply(buckets, sum: 10, untimed: 5);
        Assert.Equal([6, 0], buckets);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(63)]
    public void NoCumulativeBucketEverShrinksAndTheCountIsExact(int seed)
    {
        var random = new Random(seed);
        var untimed = new UntimedSpread(4);
        var timed = new long[4];
        var before = new long[4];
        var (calls, skipped) = (0L, 0L);
        for (var reading = 0; reading < 200; reading++)
        {
            for (var i = random.Next(5); i > 0; i--)
            {
                timed[random.Next(4)]++;
                calls++;
            }

            skipped += random.Next(100);
            var buckets = timed.ToArray();
            untimed.Apply(buckets, sum: calls, skipped);

            Assert.Equal(calls + skipped, buckets.Sum());
            for (var i = 1; i < 4; i++)
            {
                buckets[i] += buckets[i - 1];
            }

            Assert.All(buckets.Zip(before), static pair => Assert.True(pair.First >= pair.Second));
            before = buckets;
        }
    }
}
