using System.Threading.Channels;
using Instrumentation.Monitoring;

namespace Instrumentation.Hooks;

/// <summary>
/// One hook with its own queue and worker. Nothing that the hook does gets past this class: exceptions are counted, a call that takes too long
/// is given up, and while it still runs later events are dropped, so that no more than one thread can ever be stuck in a hook.
/// </summary>
internal sealed class HookRunner : IAsyncDisposable
{
    private readonly IPerformanceHook _hook;
    private readonly HookRunnerContext _context;
    private readonly HookCounters _counters;
    private readonly RateLimitedLog _log;
    private readonly Channel<QueuedEvent> _queue;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _worker;
    private Task _call = Task.CompletedTask;
    private volatile bool _isClosed;

    internal HookRunner(IPerformanceHook hook, HookRunnerContext context)
    {
        _hook = hook;
        _context = context;
        Name = string.IsNullOrWhiteSpace(hook.Name) ? hook.GetType().Name : hook.Name;
        _counters = context.CountersOf(Name);
        _log = new RateLimitedLog(context.Logger, context.Time);
        _queue = Channel.CreateBounded<QueuedEvent>(new BoundedChannelOptions(context.QueueCapacity)
        {
            SingleReader = true,
            // A continuation run inline would make the recorder's thread do the hook's work.
            AllowSynchronousContinuations = false,
        });
        _worker = BackgroundTask.Run(WorkAsync);
    }

    internal string Name { get; }

    /// <summary>Queues the event, or drops and counts it when the queue is full. Never blocks, never throws.</summary>
    internal void Offer(in QueuedEvent queued)
    {
        if (!_queue.Writer.TryWrite(queued) && !_isClosed)
        {
            Drop();
        }
    }

    /// <summary>Takes no more events and completes when those that wait have been handled.</summary>
    internal Task DrainAsync()
    {
        Close();
        return _worker;
    }

    /// <summary>Cancels the call that is running, discards what waits, and ends the worker. A call that ignores its token is left behind.</summary>
    public async ValueTask DisposeAsync()
    {
        Close();
        _stopping.CancelAsync().Forget();
        await _worker.ConfigureAwait(false);
    }

    private void Close()
    {
        _isClosed = true;
        _queue.Writer.TryComplete();
    }

    private async Task WorkAsync()
    {
        try
        {
            await foreach (var queued in _queue.Reader.ReadAllAsync(_stopping.Token).ConfigureAwait(false))
            {
                if (_stopping.IsCancellationRequested)
                {
                    return; // The reader hands out what it already holds before it looks at its token.
                }

                await HandleAsync(queued).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The hook was removed or the monitor disposed.
        }
    }

    private async Task HandleAsync(QueuedEvent queued)
    {
        if (!_call.IsCompleted)
        {
            Drop();
            return;
        }

        var cancellation = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
        var token = cancellation.Token;
        try
        {
            var performanceEvent = new PerformanceEvent(queued.Name, queued.Timestamp, _context.SnapshotAfter(queued)) { Details = queued.Details };
            _call = Task.Run(() => _hook.OnEventAsync(performanceEvent, token).AsTask(), CancellationToken.None);
            await _call.WaitAsync(_context.Timeout, _context.Time, _stopping.Token).ConfigureAwait(false);
        }
        catch (TimeoutException) when (!_call.IsFaulted)
        {
            // Not thrown by the hook itself, then. The call may have returned since, but too late all the same.
            // Not by a timer of the source: an exception of a callback that the hook registered would end the process.
            cancellation.CancelAsync().Forget();
            _call.Forget();
            _counters.Dropped();
            _log.Write((logger, suppressed) => HookLog.TimedOut(logger, Name, _context.Timeout, suppressed));
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            _call.Forget();
        }
        catch (Exception exception)
        {
            _counters.Failed();
            _log.Write((logger, suppressed) => HookLog.Failed(logger, Name, queued.Name, suppressed, exception));
        }
        finally
        {
            // A call that was given up still holds the token.
            _ = _call.ContinueWith(static (_, source) => ((CancellationTokenSource)source!).Dispose(), cancellation,
                CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private void Drop()
    {
        _counters.Dropped();
        _log.Write((logger, suppressed) => HookLog.Dropped(logger, Name, suppressed));
    }
}
