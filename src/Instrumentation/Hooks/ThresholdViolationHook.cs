using Instrumentation.Monitoring;
using Microsoft.Extensions.Logging;

namespace Instrumentation.Hooks;

/// <summary>
/// Watches memory, threads and the error rate, and reports once when a value goes above its limit and once when it is back: by a log line
/// and to the callback. It looks at every event, so periodic collection sets its pace.
/// </summary>
public sealed class ThresholdViolationHook : IPerformanceHook
{
    private readonly ThresholdOptions _limits;
    private readonly ILogger<ThresholdViolationHook> _logger;
    private readonly bool[] _violated = new bool[Enum.GetValues<Threshold>().Length];
    private long _requests;
    private long _errors;

    /// <summary>Makes the hook.</summary>
    /// <param name="limits">The limits. A later change of them takes effect at the next event.</param>
    /// <param name="logger">Where crossings are logged: violations at level Warning, recoveries at Information.</param>
    public ThresholdViolationHook(ThresholdOptions limits, ILogger<ThresholdViolationHook> logger)
    {
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(logger);
        (_limits, _logger) = (limits, logger);
    }

    /// <inheritdoc/>
    public async ValueTask OnEventAsync(PerformanceEvent performanceEvent, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(performanceEvent);
        var snapshot = performanceEvent.Snapshot;
        await CheckAsync(Threshold.Memory, snapshot.MemoryUsage, _limits.MaxMemory, snapshot, cancellationToken).ConfigureAwait(false);
        await CheckAsync(Threshold.Threads, snapshot.ThreadCount, _limits.MaxThreads, snapshot, cancellationToken).ConfigureAwait(false);
        if (TryJudgeErrors(snapshot, out var rate))
        {
            await CheckAsync(Threshold.ErrorRate, rate, _limits.MaxErrorRate, snapshot, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The share of failures since it was last judged: over the whole run, an outage now would drown in yesterday's successes.</summary>
    private bool TryJudgeErrors(PerformanceSnapshot snapshot, out double rate)
    {
        var requests = snapshot.RequestCount - _requests;

        // Requests count when they begin and errors when they end, so a burst of late failures could come to more than the requests since.
        rate = requests > 0 ? Math.Min(1, (double)(snapshot.ErrorCount - _errors) / requests) : 0;
        if (requests < _limits.MinRequests)
        {
            return false;
        }

        (_requests, _errors) = (snapshot.RequestCount, snapshot.ErrorCount);
        return true;
    }

    private ValueTask CheckAsync(Threshold threshold, double value, double limit, PerformanceSnapshot snapshot, CancellationToken cancellationToken)
    {
        var violated = value > limit;
        if (violated == _violated[(int)threshold])
        {
            return ValueTask.CompletedTask;
        }

        _violated[(int)threshold] = violated;
        if (violated)
        {
            HookLog.Violated(_logger, threshold.ToString(), value, limit);
        }
        else
        {
            HookLog.Recovered(_logger, threshold.ToString(), value, limit);
        }

        var crossing = new ThresholdCrossing(threshold, violated, value, limit, snapshot);
        return _limits.OnCrossing?.Invoke(crossing, cancellationToken) ?? ValueTask.CompletedTask;
    }
}
