using Instrumentation.Events;
using Instrumentation.Hooks;
using Instrumentation.Operations;
using Microsoft.Extensions.Logging;

namespace Instrumentation.Monitoring;

/// <summary>
/// The monitor of a process. With a host, <c>AddInstrumentation</c> makes one and drives its life; without, make one and dispose it at the end.
/// </summary>
public sealed partial class PerformanceMonitor : IPerformanceMonitor, IAsyncDisposable, IDisposable
{
    private readonly TimeProvider _time;
    private readonly ServerState _state;
    private readonly MonitorCounters _counters;
    private readonly HookRunnerContext _hookContext;
    private readonly ProfiledOperations _operations;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _gate = new();
    private HookRunner[] _hooks = [];
    private bool _isDisposed;
    private long _events;

    /// <summary>Makes a monitor, without hooks and without periodic collection.</summary>
    /// <param name="options">Null for the defaults.</param>
    public PerformanceMonitor(PerformanceMonitorOptions? options = null)
    {
        options ??= new PerformanceMonitorOptions();
        _time = options.TimeProvider;
        var operations = OperationCatalog.Of(options.Registry);
        _counters = new MonitorCounters(options.Registry);
        _state = new ServerState(operations, options.Sources, _time);
        var shared = new SharedSnapshot(_state.Take, () => Volatile.Read(ref _events));
        _operations = new ProfiledOperations(operations, options.MaxProfiledOperations);
        _log = new RateLimitedLog(options.LoggerFactory.CreateLogger<PerformanceMonitor>(), _time);
        _hookContext = new HookRunnerContext(options.Hooks.QueueCapacity, options.Hooks.Timeout, _time,
            options.LoggerFactory.CreateLogger<IPerformanceHook>(), _counters.OfHook, queued => shared.After(queued.Number));
    }

    /// <summary>Where the times of start-up and shut-down are put by whoever drives them.</summary>
    internal ServerState State => _state;

    /// <inheritdoc/>
    public IDisposable AddHook(IPerformanceHook hook)
    {
        ArgumentNullException.ThrowIfNull(hook);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            var runner = new HookRunner(hook, _hookContext);
            Volatile.Write(ref _hooks, [.. _hooks, runner]);
            return new Removal(() => Remove(runner));
        }
    }

    /// <inheritdoc/>
    public void RecordEvent(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Record(name, details: null);
    }

    /// <inheritdoc/>
    public void RecordEvent(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        Record(recorded.Name, recorded);
    }

    /// <inheritdoc/>
    public PerformanceSnapshot GetSnapshot() => _state.Take();

    /// <summary>
    /// Stops periodic collections and hooks. Events that still wait are discarded, running hooks are cancelled; completes when all workers have
    /// ended, and does not wait for a hook that ignores its token.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        var (hooks, collections) = Close();
        _stopping.CancelAsync().Forget();
        await Task.WhenAll([.. collections, .. hooks.Select(static hook => hook.DisposeAsync().AsTask())]).ConfigureAwait(false);
    }

    /// <summary>As <see cref="DisposeAsync"/>, without waiting for the workers to end.</summary>
    public void Dispose() => DisposeAsync().AsTask().Forget();

    /// <summary>Takes no more events and completes when hooks have handled those that wait.</summary>
    internal Task DrainAsync() => Task.WhenAll(Volatile.Read(ref _hooks).Select(static hook => hook.DrainAsync()));

    private void Record(string name, RecordedEvent? details)
    {
        _counters.CountEvent(name);
        var hooks = Volatile.Read(ref _hooks);
        if (hooks.Length == 0)
        {
            return;
        }

        var queued = new QueuedEvent(name, details?.Time ?? _time.GetUtcNow(), Interlocked.Increment(ref _events), details);
        foreach (var hook in hooks)
        {
            hook.Offer(queued);
        }
    }

    private (HookRunner[] Hooks, Task[] Collections) Close()
    {
        lock (_gate)
        {
            _isDisposed = true;
            var all = (_hooks, _collections.ToArray());
            Volatile.Write(ref _hooks, []);
            return all;
        }
    }

    private void Remove(HookRunner runner)
    {
        lock (_gate)
        {
            Volatile.Write(ref _hooks, Array.FindAll(_hooks, other => other != runner));
        }

        runner.DisposeAsync().AsTask().Forget();
    }
}
