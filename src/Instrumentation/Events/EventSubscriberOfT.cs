using System.Threading.Channels;
using Instrumentation.Monitoring;

namespace Instrumentation.Events;

/// <summary>
/// A subscription with a queue and a worker of its own. Nothing that the handler does gets past this class, and no more than one thread can ever be stuck in it.
/// </summary>
internal sealed class EventSubscriber<T> : EventSubscriber
{
    private readonly Func<T, CancellationToken, ValueTask> _handle;
    private readonly Channel<T> _queue;
    private readonly CancellationTokenSource _stopping = new();
    private volatile bool _isEnded;

    internal EventSubscriber(
        string name, GameEventFilter? filter, int capacity, EventStreamCounters counters, Func<T, CancellationToken, ValueTask> handle)
        : base(name, counters)
    {
        (_handle, Filter) = (handle, filter);
        _queue = Channel.CreateBounded<T>(new BoundedChannelOptions(capacity)
        {
            SingleReader = true,
            // A continuation run inline would make the recorder's thread do the subscriber's work.
            AllowSynchronousContinuations = false,
        });
        BackgroundTask.Run(WorkAsync).Forget();
    }

    internal GameEventFilter? Filter { get; }

    internal override int Waiting => _queue.Reader.Count;

    /// <summary>Queues the event, or drops and counts it when the queue is full. Never blocks, never throws.</summary>
    internal void Offer(T item)
    {
        if (!_queue.Writer.TryWrite(item) && !_isEnded)
        {
            Drop();
        }
    }

    private protected override void End()
    {
        _isEnded = true;
        _queue.Writer.TryComplete();
        _stopping.CancelAsync().Forget();
    }

    private async Task WorkAsync()
    {
        var token = _stopping.Token;
        try
        {
            await foreach (var item in _queue.Reader.ReadAllAsync(token).ConfigureAwait(false))
            {
                if (token.IsCancellationRequested)
                {
                    return; // The reader hands out what it already holds before it looks at its token.
                }

                try
                {
                    await _handle(item, token).ConfigureAwait(false);
                    Delivered();
                }
                catch (Exception exception) when (!token.IsCancellationRequested)
                {
                    Fail(exception);
                }
            }
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // The subscription has ended.
        }
    }
}
