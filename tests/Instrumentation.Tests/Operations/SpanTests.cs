using System.Diagnostics;
using Instrumentation.Operations;
using static Instrumentation.Tests.Operations.OperationReader;

namespace Instrumentation.Tests.Operations;

[Collection(AloneCollection.Name)]
public sealed class SpanTests : IDisposable
{
    private readonly List<Activity> _stopped = [];
    private readonly ActivityListener _listener;
    private readonly ActivitySource _source = new("SpanTests");
    private readonly Operation _operation = NewOperation(name: "Spans.Operation");
    private readonly MonitoredMethods _methods;

    public SpanTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name is "Instrumentation" or "SpanTests",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.OperationName == "Spans.Operation")
                {
                    lock (_stopped)
                    {
                        _stopped.Add(activity);
                    }
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
        Activity.Current = null;
        _methods = new MonitoredMethods(_operation);
    }

    private Activity Span => Assert.Single(_stopped);

    public void Dispose()
    {
        _listener.Dispose();
        _source.Dispose();
        Activity.Current = null;
    }

    [Fact]
    public void ASpanIsTheChildOfTheCallersAndTheParentOfTheMethods()
    {
        using var caller = _source.StartActivity("caller");
        Activity? inner = null;
        Wrapper.Run(_operation, () =>
        {
            inner = _source.StartActivity("inner");
            inner!.Stop();
        });

        Assert.Same(caller, Span.Parent);
        Assert.Same(Span, inner!.Parent);
        Assert.Same(caller, Activity.Current);
        Assert.Equal(ActivityStatusCode.Unset, Span.Status);
    }

    [Fact]
    public void AFailureSetsTheStatusAndRecordsTheException()
    {
        Assert.Throws<TimeoutException>(() => Wrapper.Run(_operation, static () => throw new TimeoutException("too late")));

        Assert.Equal(ActivityStatusCode.Error, Span.Status);
        Assert.Equal("too late", Span.StatusDescription);
        var exception = Assert.Single(Span.Events);
        Assert.Contains(exception.Tags, static tag => tag is { Key: "exception.type", Value: "System.TimeoutException" });
        Assert.Null(Activity.Current);
        _operation.AssertOutcome(calls: 1, failures: "TimeoutException=1");
    }

    [Fact]
    public void ACancellationIsNoError()
    {
        Assert.Throws<OperationCanceledException>(() => Wrapper.Run(_operation, static () => throw new OperationCanceledException()));

        Assert.Equal(ActivityStatusCode.Unset, Span.Status);
        Assert.Empty(Span.Events);
    }

    [Fact]
    public void AnExceptionThatTheBodyDealtWithInTheEndIsNotOnTheSpan()
    {
        Wrapper.Run(_operation, static () =>
        {
            try
            {
                try
                {
                    throw new TimeoutException();
                }
                finally
                {
                    throw new InvalidOperationException();
                }
            }
            catch (InvalidOperationException)
            {
            }
        });

        Assert.Equal(ActivityStatusCode.Unset, Span.Status);
        Assert.Empty(Span.Events);
    }

    [Fact]
    public void WhatTheMethodMadeCurrentForItsCallerStaysSo()
    {
        Activity? left = null;
        Wrapper.Run(_operation, () => left = _source.StartActivity("left"));

        Assert.True(Span.IsStopped);
        Assert.Same(left, Activity.Current);
    }

    [Fact]
    public void UnderAStoppedActivityTheCallerKeepsIt()
    {
        var (before, context) = StoppedContext();
        ExecutionContext.Run(
            context,
            _ =>
            {
                Wrapper.Run(_operation, static () => { });
                Assert.Same(before, Activity.Current);
                var source = new TaskCompletionSource();
                _ = Wrapper.Track(_operation, () => source.Task);
                Assert.Same(before, Activity.Current);
                source.SetResult();
                _ = _methods.Run(static () => Task.CompletedTask);
                Assert.Same(before, Activity.Current);
            },
            null);

        Assert.Equal(3, _stopped.Count);
        Assert.All(_stopped, span => Assert.Equal(before.SpanId, span.ParentSpanId));
    }

    [Fact]
    public async Task AnAsyncMethodsSpanIsCurrentInItThroughoutAndNeverInItsCaller()
    {
        using var caller = _source.StartActivity("caller");
        var seen = new List<Activity?>();
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var task = _methods.Run(async () =>
        {
            seen.Add(Activity.Current);
            await source.Task;
            seen.Add(Activity.Current);
        });
        Assert.Same(caller, Activity.Current);
        source.SetResult();
        await task;

        Assert.Same(caller, Activity.Current);
        Assert.Same(caller, Span.Parent);
        Assert.Equal([Span, Span], seen);
        _operation.AssertOutcome(calls: 1);
    }

    [Fact]
    public async Task AnAsyncMethodThatFailsSaysSoOnItsSpan()
    {
        await Assert.ThrowsAsync<TimeoutException>(() => _methods.Run(static async () =>
        {
            await Task.Yield();
            throw new TimeoutException();
        }));

        Assert.Equal(ActivityStatusCode.Error, Span.Status);
        Assert.Single(Span.Events);
        _operation.AssertOutcome(calls: 1, failures: "TimeoutException=1");
    }

    [Fact]
    public async Task AnAsyncMethodCalledWithSuppressedFlowLeavesTheContextAlone()
    {
        using var caller = _source.StartActivity("caller");
        Task task;
        using (ExecutionContext.SuppressFlow())
        {
            task = _methods.Run(static () => Task.CompletedTask);
            Assert.Same(caller, Activity.Current);
        }

        await task;
        Assert.Same(caller, Activity.Current);
        _operation.AssertOutcome(calls: 1);
    }

    [Fact]
    public async Task TheAwaitingWrapperKeepsItsSpanFromTheCaller()
    {
        using var caller = _source.StartActivity("caller");
        Activity? seen = null;
        await Wrapper.RunAwaited(_operation, async () =>
        {
            await Task.Yield();
            seen = Activity.Current;
        });

        Assert.Same(Span, seen);
        Assert.Same(caller, Activity.Current);
    }

    [Fact]
    public void ATrackedTasksSpanEndsWithTheTask()
    {
        using var caller = _source.StartActivity("caller");
        var source = new TaskCompletionSource();
        _ = Wrapper.Track(_operation, () => source.Task);
        Assert.Same(caller, Activity.Current);
        Assert.Empty(_stopped);

        source.SetException(new TimeoutException());

        Assert.Same(caller, Activity.Current);
        Assert.Same(caller, Span.Parent);
        Assert.Equal(ActivityStatusCode.Error, Span.Status);
        Assert.Single(Span.Events);
    }

    [Fact]
    public void AnIteratorRunsInItsSpanAndItsConsumerDoesNot()
    {
        using var caller = _source.StartActivity("caller");
        var seen = new List<Activity?>();
        foreach (var _ in _operation.Track(Iterate()))
        {
            Assert.Same(caller, Activity.Current);
        }

        Assert.Same(caller, Activity.Current);
        Assert.Same(caller, Span.Parent);
        Assert.Equal([Span, Span, Span], seen);

        IEnumerable<int> Iterate()
        {
            try
            {
                seen.Add(Activity.Current);
                yield return 1;
                seen.Add(Activity.Current);
                yield return 2;
            }
            finally
            {
                seen.Add(Activity.Current);
            }
        }
    }

    [Fact]
    public void AnIteratorsConsumerKeepsWhateverIsCurrentAtEachMove()
    {
        using var numbers = _operation.Track(Enumerable.Range(0, 2)).GetEnumerator();
        using var first = _source.StartActivity("first");
        numbers.MoveNext();
        Assert.Same(first, Activity.Current);
        using var second = _source.StartActivity("second");
        numbers.MoveNext();
        Assert.Same(second, Activity.Current);
        Assert.False(numbers.MoveNext());
        Assert.Same(second, Activity.Current);
        Assert.Same(first, Span.Parent);
    }

    [Fact]
    public async Task AnAsyncIteratorRunsInItsSpanAndItsConsumerDoesNot()
    {
        using var caller = _source.StartActivity("caller");
        var seen = new List<Activity?>();
        await foreach (var _ in _operation.Track(Iterate()))
        {
            Assert.Same(caller, Activity.Current);
        }

        Assert.Same(caller, Activity.Current);
        Assert.Equal([Span, Span, Span], seen);

        async IAsyncEnumerable<int> Iterate()
        {
            seen.Add(Activity.Current);
            yield return 1;
            await Task.Yield();
            seen.Add(Activity.Current);
            yield return 2;
            seen.Add(Activity.Current);
        }
    }

    [Fact]
    public void CallsThatAreNotTimedHaveTheirSpans()
    {
        var operation = NewOperation(sampleEvery: 64, name: "Spans.Operation");
        for (var i = 0; i < 2; i++)
        {
            Wrapper.Run(operation, static () => Assert.NotNull(Activity.Current));
            Assert.Throws<TimeoutException>(() => Wrapper.Run(operation, static () => throw new TimeoutException()));
        }

        Assert.Equal(
            [ActivityStatusCode.Unset, ActivityStatusCode.Error, ActivityStatusCode.Unset, ActivityStatusCode.Error],
            _stopped.Select(static span => span.Status));
        Assert.Null(Activity.Current);
    }

    [Fact]
    public void AnOperationThatIsLeftOutOfTracesHasNoSpan()
    {
        var operation = new Operation(new OperationDefinition { Name = "Spans.Operation", Trace = false }, [1]);
        Wrapper.Run(operation, static () => { });

        Assert.Empty(_stopped);
    }

    private (Activity Stopped, ExecutionContext Context) StoppedContext()
    {
        var activity = _source.StartActivity("stopped")!;
        var context = ExecutionContext.Capture()!;
        activity.Stop();
        return (activity, context);
    }
}
