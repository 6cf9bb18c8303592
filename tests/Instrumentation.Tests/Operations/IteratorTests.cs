using System.Collections;
using Instrumentation.Operations;
using static Instrumentation.Tests.Operations.OperationReader;

namespace Instrumentation.Tests.Operations;

public sealed class IteratorTests
{
    private readonly Operation _operation = NewOperation();
    private readonly List<string> _trace = [];

    [Fact]
    public void AnEnumerationToTheEndCountsOnce()
    {
        Assert.Equal([0, 1, 2], _operation.Track(Numbers(3)));

        _operation.AssertOutcome(calls: 1);
    }

    [Fact]
    public void ASequenceThatNobodyMovesIsNotCountedAndRunsNothing()
    {
        var numbers = _operation.Track(Numbers(3));
        using (numbers.GetEnumerator())
        {
        }

        Assert.Empty(_trace);
        Assert.Equal((0, 0), (_operation.Read().Count, _operation.Read().InFlight));
    }

    [Fact]
    public void EachEnumerationCounts()
    {
        var numbers = _operation.Track(Numbers(2));
        Assert.Equal([0, 1], numbers);
        Assert.Equal([0, 1], numbers);
        Assert.Equal(2, numbers.Count());

        _operation.AssertOutcome(calls: 3);
    }

    [Fact]
    public void TwoEnumerationsAtOnceDoNotMix()
    {
        var numbers = _operation.Track(Numbers(3));
        Assert.Equal(9, (from a in numbers from b in numbers select (a, b)).Distinct().Count());

        _operation.AssertOutcome(calls: 4);
    }

    [Fact]
    public void ADisposalHalfWayIsASuccessAndRunsTheFinally()
    {
        Assert.Equal(0, _operation.Track(Numbers(3)).First());

        Assert.Equal(["finally"], _trace);
        _operation.AssertOutcome(calls: 1);
    }

    [Fact]
    public void WhileItIsEnumeratedItIsInFlight()
    {
        using var numbers = _operation.Track(Numbers(3)).GetEnumerator();
        numbers.MoveNext();

        Assert.Equal((0, 1), (_operation.Read().Count, _operation.Read().InFlight));
    }

    [Fact]
    public void AThrowIsAFailureAndEndsTheEnumeration()
    {
        Assert.Throws<TimeoutException>(() => _operation.Track(Throwing()).ToList());

        _operation.AssertOutcome(calls: 1, failures: "TimeoutException=1");

        static IEnumerable<int> Throwing()
        {
            yield return 1;
            throw new TimeoutException();
        }
    }

    [Fact]
    public void AThrowFromTheFinallyOfADisposedIteratorIsAFailure()
    {
        Assert.Throws<TimeoutException>(() => _operation.Track(Throwing()).First());

        _operation.AssertOutcome(calls: 1, failures: "TimeoutException=1");

        static IEnumerable<int> Throwing()
        {
            try
            {
                yield return 1;
            }
            finally
            {
                Throw();
            }
        }

        static void Throw() => throw new TimeoutException();
    }

    [Fact]
    public void AnEnumeratorIsMeasuredAsASequenceIs()
    {
        using var numbers = _operation.Track(Enumerator());
        while (numbers.MoveNext())
        {
        }

        Assert.Throws<NotSupportedException>(numbers.Reset);
        Assert.IsNotType<IEnumerable<int>>(numbers, exactMatch: false);
        _operation.AssertOutcome(calls: 1);

        static IEnumerator<int> Enumerator()
        {
            yield return 1;
        }
    }

    [Fact]
    public void UntypedFormsAreMeasuredAndStaySequencesOfObjects()
    {
        var sequence = _operation.Track(Sequence());
        Assert.IsType<IEnumerable<object>>(sequence, exactMatch: false);
        Assert.Equal([1, "two"], sequence.Cast<object>());

        var enumerator = _operation.Track(Enumerator());
        Assert.True(enumerator.MoveNext());
        Assert.Equal(1, enumerator.Current);
        Assert.False(enumerator.MoveNext());

        _operation.AssertOutcome(calls: 2);

        static IEnumerable Sequence()
        {
            yield return 1;
            yield return "two";
        }

        static IEnumerator Enumerator()
        {
            yield return 1;
        }
    }

    [Fact]
    public void AnUntypedEnumeratorWrittenByHandIsForwardedWhole()
    {
        var enumerator = _operation.Track(new ArrayList { 1, 2 }.GetEnumerator());
        Assert.True(enumerator.MoveNext());
        enumerator.Reset();
        Assert.True(enumerator.MoveNext());
        Assert.Equal(1, enumerator.Current);
    }

    private IEnumerable<int> Numbers(int count)
    {
        try
        {
            for (var i = 0; i < count; i++)
            {
                yield return i;
            }
        }
        finally
        {
            _trace.Add("finally");
        }
    }
}
