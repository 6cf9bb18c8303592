using Instrumentation.Operations;
using static Instrumentation.Tests.Operations.OperationReader;

namespace Instrumentation.Tests.Operations;

public class OperationCallTests
{
    private readonly Operation _operation;

    public OperationCallTests()
        : this(sampleEvery: 1)
    {
    }

    private protected OperationCallTests(int sampleEvery) => _operation = NewOperation(sampleEvery);

    [Fact]
    public void ACallThatReturnsIsASuccess()
    {
        Wrapper.Run(_operation, static () => { });

        _operation.AssertOutcome(calls: 1);
    }

    [Fact]
    public void ACallThatThrowsIsAFailureUnderItsExceptionsType()
    {
        Assert.Throws<TimeoutException>(() => Wrapper.Run(_operation, static () => throw new TimeoutException()));

        _operation.AssertOutcome(calls: 1, failures: "TimeoutException=1");
    }

    [Fact]
    public void ACancelledCallIsNoFailure()
    {
        Assert.Throws<OperationCanceledException>(() => Wrapper.Run(_operation, static () => throw new OperationCanceledException()));
        Assert.Throws<TaskCanceledException>(() => Wrapper.Run(_operation, static () => throw new TaskCanceledException()));

        _operation.AssertOutcome(calls: 2, cancelled: 2);
    }

    [Fact]
    public void WhenAnInnerFinallyThrowsAsWellTheCallCountsOnceUnderTheLast()
    {
        Assert.Throws<InvalidOperationException>(() => Wrapper.Run(_operation, static () =>
        {
            try
            {
                throw new TimeoutException();
            }
            finally
            {
                throw new InvalidOperationException();
            }
        }));

        _operation.AssertOutcome(calls: 1, failures: "InvalidOperationException=1");
    }

    [Fact]
    public void AnExceptionThatWasNotedAndThenReplacedByOneTheBodyCatchesIsNoFailure()
    {
        var noted = false;
        try
        {
            Wrapper.Run(_operation, () =>
            {
                try
                {
                    try
                    {
                        throw new TimeoutException();
                    }
                    finally
                    {
                        noted = true;
                        throw new InvalidOperationException();
                    }
                }
                catch (InvalidOperationException)
                {
                }
            });
        }
        catch (TimeoutException)
        {
            Assert.Fail("The inner exception must be gone.");
        }

        Assert.True(noted);
        _operation.AssertOutcome(calls: 1);
    }

    [Fact]
    public void FiltersOfTheCallerRunBeforeAnythingIsUnwound()
    {
        var order = new List<string>();
        try
        {
            Wrapper.Run(_operation, () =>
            {
                try
                {
                    throw new TimeoutException();
                }
                finally
                {
                    order.Add("finally");
                }
            });
        }
        catch (TimeoutException) when (Add(order, "filter"))
        {
            order.Add("catch");
        }

        Assert.Equal(["filter", "finally", "catch"], order);

        static bool Add(List<string> order, string what)
        {
            order.Add(what);
            return true;
        }
    }

    [Fact]
    public void EachCallOfARecursionCounts()
    {
        Recurse(10);

        _operation.AssertOutcome(calls: 10);

        void Recurse(int depth) => Wrapper.Run(_operation, () =>
        {
            Assert.Equal(10 - depth + 1, _operation.Read().InFlight);
            if (depth > 1)
            {
                Recurse(depth - 1);
            }
        });
    }

    [Fact]
    public void TheSameExceptionThroughARecursionCountsInEachCall()
    {
        Assert.Throws<TimeoutException>(() => Recurse(3));

        _operation.AssertOutcome(calls: 3, failures: "TimeoutException=3");

        void Recurse(int depth) => Wrapper.Run(_operation, () =>
        {
            if (depth == 1)
            {
                throw new TimeoutException();
            }

            Recurse(depth - 1);
        });
    }

    [Fact]
    public void ExceptionTypesAreNamedWithoutArityAndBoundedPerOperation()
    {
        Fail(new GenericException<int>());
        Fail(new GenericException<string>());
        for (var i = 0; i < 20; i++)
        {
            Fail(TestExceptions.Distinct(i));
        }

        var failures = _operation.Failures();
        Assert.Equal(17, failures.Length);
        Assert.Equal("GenericException=2", failures[0]);
        Assert.Equal("other=5", failures[^1]);

        void Fail(Exception exception) => Assert.ThrowsAny<Exception>(() => Wrapper.Run(_operation, () => throw exception));
    }

    [Fact]
    public void TheSumOverThreadsIsExact()
    {
        const int Threads = 8;
        const int Calls = 50_000;
        var threads = Enumerable.Range(0, Threads).Select(_ => new Thread(() =>
        {
            for (var i = 0; i < Calls; i++)
            {
                Wrapper.Run(_operation, static () => { });
            }
        })).ToArray();
        Array.ForEach(threads, static thread => thread.Start());
        Array.ForEach(threads, static thread => thread.Join());

        _operation.AssertOutcome(calls: Threads * Calls);
    }

    private sealed class GenericException<T> : Exception;
}
