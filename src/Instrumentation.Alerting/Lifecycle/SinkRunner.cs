using System.Threading.Channels;
using Instrumentation.Hooks;
using Instrumentation.Monitoring;

namespace Instrumentation.Alerting.Lifecycle;

/// <summary>One sink with its own queue and worker. Nothing that the sink does gets past this class.</summary>
internal sealed class SinkRunner : IDisposable
{
    private readonly IAlertSink _sink;
    private readonly SinkCounters _counters;
    private readonly RateLimitedLog _log;
    private readonly Action _handled;
    private readonly Channel<AlertTransition> _queue;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _worker;
    private long _handledUpTo;

    /// <param name="sink">The sink.</param>
    /// <param name="after">The number of the last transition that it is not to be given any more.</param>
    /// <param name="capacity">The most transitions that wait.</param>
    /// <param name="counters">Where failures are counted.</param>
    /// <param name="log">Where failures are logged.</param>
    /// <param name="handled">Called each time the sink has dealt with a transition, on its worker.</param>
    internal SinkRunner(IAlertSink sink, long after, int capacity, SinkCounters counters, RateLimitedLog log, Action handled)
    {
        (_sink, _counters, _log, _handled, _handledUpTo) = (sink, counters, log, handled, after);
        Name = sink.Name;
        Offered = after;
        counters.Show(Name);
        _queue = Channel.CreateBounded<AlertTransition>(new BoundedChannelOptions(capacity) { SingleReader = true });
        _worker = BackgroundTask.Run(WorkAsync);
    }

    internal string Name { get; }

    /// <summary>The number of the last transition that was put into the queue. Only its list's lock guards it.</summary>
    internal long Offered { get; private set; }

    /// <summary>The number up to which the sink has dealt with, or missed, every transition.</summary>
    internal long HandledUpTo => Volatile.Read(ref _handledUpTo);

    /// <summary>Queues the transition, or drops and counts it when the queue is full. Never blocks, never throws.</summary>
    internal void Offer(AlertTransition transition)
    {
        Offered = transition.Sequence;
        if (!_queue.Writer.TryWrite(transition))
        {
            _counters.Dropped(Name);
            _log.Write((logger, suppressed) => AlertingLog.SinkDropped(logger, Name, suppressed));
        }
    }

    /// <summary>Lets the sink deal with what waits, until the token is cancelled; then it is told to stop.</summary>
    internal async Task StopAsync(CancellationToken cancellation)
    {
        _queue.Writer.TryComplete();
        try
        {
            await _worker.WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // What is left waits in the stored state for the next start.
            await _stopping.CancelAsync().ConfigureAwait(false);
        }
    }

    public void Dispose() => _stopping.Dispose();

    private async Task WorkAsync()
    {
        await foreach (var transition in _queue.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
        {
            try
            {
                await _sink.OnTransition(transition, _stopping.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                _counters.Failed(Name);
                _log.Write((logger, suppressed) => AlertingLog.SinkFailed(logger, Name, transition.Alert.Name, suppressed, exception));
            }

            if (_stopping.IsCancellationRequested)
            {
                return;
            }

            Volatile.Write(ref _handledUpTo, transition.Sequence);
            _handled();
        }
    }
}
