using System.Text.Json;
using Instrumentation.Alerting.Evaluation;
using Instrumentation.Alerting.State;

namespace Instrumentation.Alerting;

/// <content>Start, end, and what is stored.</content>
public sealed partial class AlertManager
{
    // By then every source of rules has been read.
    private static readonly TimeSpan s_restoreWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_disposalWait = TimeSpan.FromSeconds(10);

    private long? _restoredAt;
    private bool _isStopped;

    /// <summary>Takes up the stored state. To be called once, before rules and sinks are added; without it the manager begins with nothing.</summary>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task LoadStateAsync(CancellationToken cancellationToken = default)
    {
        if (_store is null)
        {
            return;
        }

        try
        {
            if (await _store.LoadAsync(cancellationToken).ConfigureAwait(false) is { } bytes)
            {
                Restore(bytes.Span);
            }
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidDataException)
        {
            await SetAsideAsync(exception.Message, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            AlertingLog.StateNotRead(_logger, exception.Message);
        }
    }

    /// <summary>Begins to sample and to evaluate.</summary>
    public void Start()
    {
        _persister.Start();
        _loop.Start();
    }

    /// <summary>Ends sampling and evaluation, stores the state, and lets sinks finish until the token is cancelled. What is left then waits in the stored state.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _isStopped, true))
        {
            return;
        }

        _loop.Dispose();
        StopNotifiers();
        await _persister.FlushAsync().ConfigureAwait(false);
        await _ledger.StopAsync(cancellationToken).ConfigureAwait(false);

        // Also when the time is up: what sinks have dealt with would be told again after the next start. The store is waited for only so long.
        await _persister.FlushAsync().ConfigureAwait(false);
        await _persister.StopAsync().ConfigureAwait(false);
        _ownStore?.Dispose();
    }

    /// <summary>Stops, and waits for sinks for 10 seconds at most.</summary>
    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(s_disposalWait, _time);
        await StopAsync(limit.Token).ConfigureAwait(false);
    }

    /// <summary>As <see cref="DisposeAsync"/>, on this thread: for containers that are not disposed asynchronously.</summary>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>Begins to store, without ticks of its own.</summary>
    internal void StartPersisting() => _persister.Start();

    /// <summary>Does at once, and on this thread, what is due now.</summary>
    internal void Tick() => _loop.Tick(inline: true);

    /// <summary>Completes when all that has happened is stored and handed to the sinks' queues.</summary>
    internal Task FlushAsync() => _persister.FlushAsync();

    private void AfterTick(long now)
    {
        if (_restoredAt is { } restoredAt && _time.GetElapsedTime(restoredAt) > s_restoreWait)
        {
            _restoredAt = null;
            lock (_gate)
            {
                _restorer.GiveUp(now);
            }

            _ledger.ForgetUnclaimed();
        }

        Changed();
    }

    private void Restore(ReadOnlySpan<byte> bytes)
    {
        var document = JsonSerializer.Deserialize(bytes, StateJson.Default.StateDocument) ?? throw new InvalidDataException("It is empty.");
        if (document.Version != StateDocument.CurrentVersion)
        {
            throw new InvalidDataException($"It is of version {document.Version}, and this library reads version {StateDocument.CurrentVersion}.");
        }

        // All of it before any of it counts: half a state would be worse than none.
        var waiting = document.Waiting.ConvertAll(StoredForms.Load);
        var raised = document.Raised.ConvertAll(StoredForms.Load);
        document.Alerts.ForEach(StoredForms.Check);
        var now = _time.GetUtcNow();
        _restoredAt = _time.GetTimestamp();
        _ledger.Restore(new Lifecycle.LedgerState(document.Sequence, document.Sinks, waiting));
        raised.ForEach(_raised.Restore);
        lock (_gate)
        {
            _restorer.Load(document, now.ToUnixTimeMilliseconds());
            _raised.Shift(TimeSpan.FromMilliseconds(Math.Min(0, now.ToUnixTimeMilliseconds() - document.SavedAt)));
        }

        AlertingLog.StateRestored(_logger, document.Alerts.Count + raised.Count, TimeSpan.FromMilliseconds(Math.Max(0, now.ToUnixTimeMilliseconds() - document.SavedAt)), waiting.Count);
    }

    private async Task SetAsideAsync(string reason, CancellationToken cancellationToken)
    {
        try
        {
            var aside = await _store!.SetAsideAsync(cancellationToken).ConfigureAwait(false);
            AlertingLog.StateNotRead(_logger, $"{reason} It was put aside as {aside}.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            AlertingLog.StateNotRead(_logger, $"{reason} It could not be put aside: {exception.Message}");
        }
    }

    private StateDocument Capture()
    {
        lock (_gate)
        {
            var ledger = _ledger.Capture();
            var document = new StateDocument
            {
                SavedAt = _time.GetUtcNow().ToUnixTimeMilliseconds(),
                Sequence = ledger.Sequence,
                Sinks = new Dictionary<string, long>(ledger.Sinks, StringComparer.Ordinal),
                Waiting = [.. ledger.Waiting.Select(StoredForms.Store)],
                Alerts = [.. _restorer.Waiting],
                Raised = [.. _raised.All.Select(StoredForms.Store)],
            };
            foreach (var group in _engine.Groups)
            {
                foreach (var rule in group.Rules.OfType<AlertRuleRunner>())
                {
                    document.Alerts.AddRange(rule.Store(StateRestorer.Key(rule, group.Group.Source + '\u0001' + group.Group.Name)));
                }
            }

            return document;
        }
    }
}
