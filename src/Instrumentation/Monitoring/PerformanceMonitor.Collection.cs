using Instrumentation.Hooks;

namespace Instrumentation.Monitoring;

public sealed partial class PerformanceMonitor
{
    private readonly HashSet<Task> _collections = [];
    private readonly RateLimitedLog _log;

    /// <inheritdoc/>
    public void StartPeriodicCollection(TimeSpan interval, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(interval, TimeSpan.FromMilliseconds(1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(interval, TimeSpan.FromDays(49));
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            var timer = new PeriodicTimer(interval, _time);
            var collection = BackgroundTask.Run(() => CollectAsync(timer, cancellationToken));
            _collections.Add(collection);
            _ = collection.ContinueWith(Forget, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private async Task CollectAsync(PeriodicTimer timer, CancellationToken cancellationToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token, cancellationToken);
        using (timer)
        {
            // The timer keeps one tick while nobody waits and drops the rest, so a late tick is followed by none in a hurry.
            while (await IsTickAsync(timer, both.Token).ConfigureAwait(false))
            {
                try
                {
                    RecordEvent(PerformanceEvents.MetricsCollection);
                }
                catch (Exception exception)
                {
                    _counters.CollectionFailures.Increment();
                    _log.Write((logger, suppressed) => MonitorLog.CollectionFailed(logger, suppressed, exception));
                }
            }
        }
    }

    private static async Task<bool> IsTickAsync(PeriodicTimer timer, CancellationToken cancellationToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void Forget(Task collection)
    {
        lock (_gate)
        {
            _collections.Remove(collection);
        }
    }
}
