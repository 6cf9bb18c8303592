using System.Runtime.CompilerServices;
using Instrumentation.Operations;
using static Instrumentation.Tests.Operations.OperationReader;

namespace Instrumentation.Tests.Operations;

public sealed class AsyncIteratorTests
{
    private readonly Operation _operation = NewOperation();
    private readonly List<string> _trace = [];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AnEnumerationToTheEndCountsOnce(bool suspend)
    {
        Assert.Equal([0, 1, 2], await ToList(_operation.Track(Numbers(3, suspend))));

        _operation.AssertOutcome(calls: 1);
    }

    [Fact]
    public async Task ASequenceThatNobodyMovesIsNotCounted()
    {
        await using (_operation.Track(Numbers(3, suspend: true)).GetAsyncEnumerator(TestContext.Current.CancellationToken))
        {
        }

        Assert.Empty(_trace);
        _operation.AssertOutcome(calls: 0);
    }

    [Fact]
    public async Task EachEnumerationCounts()
    {
        var numbers = _operation.Track(Numbers(2, suspend: true));
        Assert.Equal(await ToList(numbers), await ToList(numbers));

        _operation.AssertOutcome(calls: 2);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ADisposalHalfWayIsASuccessAndRunsTheFinally(bool suspend)
    {
        await foreach (var number in _operation.Track(Numbers(3, suspend)))
        {
            Assert.Equal((0, 1), (_operation.Read().Count, _operation.Read().InFlight));
            break;
        }

        Assert.Equal(["finally"], _trace);
        _operation.AssertOutcome(calls: 1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AThrowIsAFailure(bool suspend)
    {
        await Assert.ThrowsAsync<TimeoutException>(() => ToList(_operation.Track(Throwing(suspend))));

        _operation.AssertOutcome(calls: 1, failures: "TimeoutException=1");

        static async IAsyncEnumerable<int> Throwing(bool suspend)
        {
            yield return 1;
            if (suspend)
            {
                await Task.Yield();
            }

            throw new TimeoutException();
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AThrowFromTheFinallyOfADisposedIteratorIsAFailure(bool suspend)
    {
        await Assert.ThrowsAsync<TimeoutException>(async () =>
        {
            await foreach (var _ in _operation.Track(Throwing(suspend)))
            {
                break;
            }
        });

        _operation.AssertOutcome(calls: 1, failures: "TimeoutException=1");

        static async IAsyncEnumerable<int> Throwing(bool suspend)
        {
            try
            {
                yield return 1;
            }
            finally
            {
                if (suspend)
                {
                    await Task.Yield();
                }

                throw new TimeoutException();
            }
        }
    }

    [Fact]
    public async Task TheConsumersTokenReachesTheIteratorAndCancellationIsNoFailure()
    {
        using var cancellation = new CancellationTokenSource();
        var source = _operation.Track(Waiting());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in source.WithCancellation(cancellation.Token))
            {
                await cancellation.CancelAsync();
            }
        });

        _operation.AssertOutcome(calls: 1, cancelled: 1);

        static async IAsyncEnumerable<int> Waiting([EnumeratorCancellation] CancellationToken token = default)
        {
            yield return 1;
            await Task.Delay(Timeout.Infinite, token);
        }
    }

    [Fact]
    public async Task AnAsyncEnumeratorIsMeasuredAsASequenceIs()
    {
        await using (var numbers = _operation.Track(Enumerator()))
        {
            Assert.True(await numbers.MoveNextAsync());
            Assert.Equal(1, numbers.Current);
            Assert.False(await numbers.MoveNextAsync());
        }

        _operation.AssertOutcome(calls: 1);

        static async IAsyncEnumerator<int> Enumerator()
        {
            await Task.Yield();
            yield return 1;
        }
    }

    private static async Task<List<int>> ToList(IAsyncEnumerable<int> source)
    {
        var list = new List<int>();
        await foreach (var item in source)
        {
            list.Add(item);
        }

        return list;
    }

    private async IAsyncEnumerable<int> Numbers(int count, bool suspend)
    {
        try
        {
            for (var i = 0; i < count; i++)
            {
                if (suspend)
                {
                    await Task.Yield();
                }

                yield return i;
            }
        }
        finally
        {
            if (suspend)
            {
                await Task.Yield();
            }

            _trace.Add("finally");
        }
    }
}
