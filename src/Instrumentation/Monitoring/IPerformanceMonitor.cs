using System.Runtime.CompilerServices;
using Instrumentation.Events;
using Instrumentation.Hooks;

namespace Instrumentation.Monitoring;

/// <summary>Events, hooks, profiled pieces of code and a summary of the process. All members may be called from any thread.</summary>
public interface IPerformanceMonitor
{
    /// <summary>
    /// Calls the hook for every event from now on, one event at a time, in the order they were recorded, on a thread of the pool. A hook that
    /// throws, hangs or is slow affects neither the recorder nor other hooks: see <see cref="IPerformanceHook"/>.
    /// </summary>
    /// <returns>Removes the hook when disposed; its token is cancelled and events that still wait for it are discarded.</returns>
    /// <exception cref="ObjectDisposedException">The monitor was disposed.</exception>
    public IDisposable AddHook(IPerformanceHook hook);

    /// <summary>
    /// Counts the event in <c>instrumentation_events_total{event}</c> and hands it to every hook. Never blocks and never throws because of
    /// hooks. Names should come from a small set: past 200
    /// of them, new ones are counted as <c>other</c>, though hooks still see them.
    /// </summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public void RecordEvent(string name);

    /// <summary>
    /// As <see cref="RecordEvent(string)"/>, for an event of the event stream: hooks see its time, labels, identifiers and values in
    /// <see cref="PerformanceEvent.Details"/>.
    /// </summary>
    public void RecordEvent(RecordedEvent recorded);

    /// <summary>
    /// Runs the code as a call of the operation of that name: duration, failures, cancellations and calls in flight, exactly as of a monitored
    /// method. Throws what it throws. Past the limit of names, the operation is <c>other</c>.
    /// </summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public void ProfileOperation(string name, Action operation);

    /// <inheritdoc cref="ProfileOperation(string, Action)"/>
    public T ProfileOperation<T>(string name, Func<T> operation);

    /// <summary>As the synchronous form; the call ends when the task does. The task returned is the one that the code returned.</summary>
    /// <remarks>Preferred to the form with a <see cref="ValueTask"/>: an async lambda fits both, and would be ambiguous.</remarks>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    [OverloadResolutionPriority(1)]
    public Task ProfileOperation(string name, Func<Task> operation);

    /// <inheritdoc cref="ProfileOperation(string, Func{Task})"/>
    [OverloadResolutionPriority(1)]
    public Task<T> ProfileOperation<T>(string name, Func<Task<T>> operation);

    /// <summary>As the synchronous form; the call ends when the task does. The task returned may be awaited once, as ever.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public ValueTask ProfileOperation(string name, Func<ValueTask> operation);

    /// <inheritdoc cref="ProfileOperation(string, Func{ValueTask})"/>
    public ValueTask<T> ProfileOperation<T>(string name, Func<ValueTask<T>> operation);

    /// <summary>
    /// Records <see cref="PerformanceEvents.MetricsCollection"/> every <paramref name="interval"/> until the token is cancelled or the monitor
    /// disposed. Ticks that come while one is being worked on are skipped. Each call starts a collection of its own.
    /// </summary>
    /// <param name="interval">From 1 millisecond to 49 days.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The interval is out of range.</exception>
    /// <exception cref="ObjectDisposedException">The monitor was disposed.</exception>
    public void StartPeriodicCollection(TimeSpan interval, CancellationToken cancellationToken = default);

    /// <summary>How the process is doing now. Takes some microseconds to about a millisecond, depending on how many series there are.</summary>
    public PerformanceSnapshot GetSnapshot();
}
