using System.Text.Json;
using System.Threading.Channels;
using Instrumentation.Hooks;
using Instrumentation.Monitoring;

namespace Instrumentation.Alerting.State;

/// <summary>
/// Stores the state each time it has changed, and only then lets transitions go to the sinks. Changes that come while it stores are stored together. What cannot be stored
/// is told all the same: a full disk, or a store that does not answer, must not keep alerts from being heard.
/// </summary>
internal sealed class StatePersister(
    IAlertStateStore? store, Func<StateDocument> capture, Action<long> publish, Func<long> sequence, TimeProvider time, RateLimitedLog log)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private readonly Channel<TaskCompletionSource?> _signals = Channel.CreateUnbounded<TaskCompletionSource?>(new UnboundedChannelOptions { SingleReader = true });
    private Task _worker = Task.CompletedTask;
    private Task _saving = Task.CompletedTask;
    private int _isSignalled;
    private bool _isStarted;

    internal void Start()
    {
        if (store is not null && !_isStarted)
        {
            _isStarted = true;
            _worker = BackgroundTask.Run(WorkAsync);
        }
    }

    /// <summary>Says that something has changed. Does not wait.</summary>
    internal void Signal()
    {
        if (store is null)
        {
            publish(sequence());
        }
        else if (Interlocked.Exchange(ref _isSignalled, 1) == 0)
        {
            _signals.Writer.TryWrite(null);
        }
    }

    /// <summary>Completes when everything so far is stored.</summary>
    internal async Task FlushAsync()
    {
        if (store is null || !_isStarted)
        {
            publish(sequence());
            return;
        }

        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (_signals.Writer.TryWrite(done))
        {
            await done.Task.ConfigureAwait(false);
        }
    }

    internal async Task StopAsync()
    {
        _signals.Writer.TryComplete();
        await _worker.ConfigureAwait(false);
    }

    private async Task WorkAsync()
    {
        await foreach (var waiting in _signals.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            // Before capturing: what changes from here on signals anew.
            Volatile.Write(ref _isSignalled, 0);
            await SaveAsync().ConfigureAwait(false);
            waiting?.SetResult();
        }
    }

    private async Task SaveAsync()
    {
        long upTo;
        try
        {
            if (!_saving.IsCompleted)
            {
                throw new TimeoutException("The store has not answered yet to what it was given before.");
            }

            var document = capture();
            upTo = document.Sequence;
            var state = JsonSerializer.SerializeToUtf8Bytes(document, StateJson.Default.StateDocument);

            // On a thread of its own: a disk that hangs does so within the call.
            _saving = Task.Run(() => store!.SaveAsync(state, CancellationToken.None).AsTask());
            await _saving.WaitAsync(s_patience, time).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            upTo = sequence();
            log.Write((logger, suppressed) => AlertingLog.StateNotSaved(logger, exception.Message, suppressed, exception));
        }

        publish(upTo);
    }
}
