using Instrumentation.Hooks;
using Instrumentation.Monitoring;
using Instrumentation.Tests.Monitoring;
using Microsoft.Extensions.Logging;

namespace Instrumentation.Tests.Hooks;

public sealed class ThresholdViolationHookTests : IDisposable
{
    private readonly RecordingLog _log = new();
    private readonly List<ThresholdCrossing> _crossings = [];
    private readonly ThresholdOptions _limits;
    private readonly ThresholdViolationHook _hook;

    public ThresholdViolationHookTests()
    {
        _limits = new ThresholdOptions
        {
            MaxMemory = 1000,
            MaxThreads = 10,
            MaxErrorRate = 0.5,
            MinRequests = 10,
            OnCrossing = (crossing, _) =>
            {
                _crossings.Add(crossing);
                return ValueTask.CompletedTask;
            },
        };
        _hook = new ThresholdViolationHook(_limits, _log.For<ThresholdViolationHook>());
    }

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task ViolationAndRecoveryAreReportedOnceEach()
    {
        foreach (var memory in (long[])[900, 1000, 1001, 5000, 1001, 1000, 900])
        {
            await SeeAsync(memory: memory);
        }

        Assert.Equal([(true, 1001.0), (false, 1000.0)], _crossings.Select(static c => (c.IsViolated, c.Value)));
        Assert.All(_crossings, static c => Assert.Equal((Threshold.Memory, 1000.0), (c.Threshold, c.Limit)));
        Assert.Equal(["Threshold violated: Memory is 1001, above its limit 1000"], _log.At(LogLevel.Warning));
        Assert.Equal(["Threshold recovered: Memory is 1000, within its limit 1000 again"], _log.At(LogLevel.Information));
    }

    [Fact]
    public async Task EachThresholdHasAStateOfItsOwn()
    {
        await SeeAsync(memory: 2000, threads: 11);
        await SeeAsync(memory: 2000, threads: 10);

        Assert.Equal([(Threshold.Memory, true), (Threshold.Threads, true), (Threshold.Threads, false)],
            _crossings.Select(static c => (c.Threshold, c.IsViolated)));
    }

    [Fact]
    public async Task ErrorRateIsOfTheRequestsSinceItWasLastJudged()
    {
        await SeeAsync(requests: 1000, errors: 0);
        await SeeAsync(requests: 1009, errors: 9);
        Assert.Empty(_crossings); // Nine are too few to judge.

        await SeeAsync(requests: 1010, errors: 9);
        await SeeAsync(requests: 1030, errors: 10);
        Assert.Equal([(true, 0.9), (false, 0.05)], _crossings.Select(static c => (c.IsViolated, c.Value)));
    }

    [Fact]
    public async Task ErrorRateNeverExceedsOne()
    {
        await SeeAsync(requests: 100, errors: 0);
        await SeeAsync(requests: 110, errors: 60);
        Assert.Equal(1.0, Assert.Single(_crossings).Value);
    }

    [Fact]
    public async Task ChangedLimitTakesEffectAtTheNextEvent()
    {
        await SeeAsync(threads: 9);
        _limits.MaxThreads = 5;
        await SeeAsync(threads: 9);
        Assert.Equal(5, Assert.Single(_crossings).Limit);
    }

    private ValueTask SeeAsync(long memory = 1, int threads = 1, long requests = 0, long errors = 0)
    {
        var snapshot = new PerformanceSnapshot
        {
            Timestamp = DateTimeOffset.UnixEpoch,
            MemoryUsage = memory,
            ThreadCount = threads,
            RequestCount = requests,
            ErrorCount = errors,
        };
        return _hook.OnEventAsync(new PerformanceEvent("tick", snapshot.Timestamp, snapshot), CancellationToken.None);
    }
}
