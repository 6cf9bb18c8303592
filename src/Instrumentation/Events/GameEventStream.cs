using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Instrumentation.Events;

/// <summary>
/// Hands recorded events to those who listen, and keeps the last ones when asked to. All bounds are fixed: the number of subscribers, the queue of each, the history. All
/// members may be called from any thread.
/// </summary>
[SuppressMessage("Naming", "CA1711", Justification = "It is the event stream; nobody takes it for a System.IO.Stream.")]
public sealed class GameEventStream
{
    private readonly Lock _gate = new();
    private readonly List<GameEventType> _types = [];
    private GameEventStreamOptions _options;
    private EventStreamCounters? _counters;
    private EventSubscriber[] _subscribers = [];
    private EventHistory? _history;
    private long _events;

    internal GameEventStream(GameEventStreamOptions options)
    {
        options.Validate();
        _options = options;
    }

    /// <summary>The stream of the process, to which all events are recorded.</summary>
    public static GameEventStream Default { get; } = new(new GameEventStreamOptions());

    internal DateTimeOffset Now => _options.TimeProvider.GetUtcNow();

    /// <summary>Sets other bounds. They apply to subscriptions made, and a history started, from now on.</summary>
    /// <param name="options">The bounds.</param>
    /// <exception cref="ArgumentOutOfRangeException">One is out of its range.</exception>
    public void Configure(GameEventStreamOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        lock (_gate)
        {
            _options = options;
            _counters = null;
        }
    }

    /// <summary>Calls the handler for every event of exactly that type, one at a time, on a thread of the pool.</summary>
    /// <remarks>It has a queue of its own, and what holds for an <see cref="IGameEventListener"/> holds for it; events are copied into the queue as they are.</remarks>
    /// <typeparam name="T">The type of the event.</typeparam>
    /// <param name="handler">What to call.</param>
    /// <param name="name">Names the subscriber in metrics; null for the name of the type.</param>
    /// <returns>Ends the subscription when disposed.</returns>
    /// <exception cref="InvalidOperationException">There are as many subscriptions as there may be.</exception>
    public IDisposable Subscribe<T>(Action<T> handler, string? name = null)
        where T : IGameEvent
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Subscribe<T>(
            (recorded, _) =>
            {
                handler(recorded);
                return ValueTask.CompletedTask;
            },
            name);
    }

    /// <inheritdoc cref="Subscribe{T}(Action{T}, string?)"/>
    public IDisposable Subscribe<T>(Func<T, CancellationToken, ValueTask> handler, string? name = null)
        where T : IGameEvent
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Add(name ?? typeof(T).Name, filter: null, handler);
    }

    /// <summary>Tells the listener of every event that the filter lets through.</summary>
    /// <param name="listener">Whom to tell.</param>
    /// <param name="filter">Which events; null for all.</param>
    /// <returns>Ends the subscription when disposed.</returns>
    /// <exception cref="InvalidOperationException">There are as many subscriptions as there may be.</exception>
    public IDisposable Subscribe(IGameEventListener listener, GameEventFilter? filter = null)
    {
        ArgumentNullException.ThrowIfNull(listener);
        var name = string.IsNullOrWhiteSpace(listener.Name) ? listener.GetType().Name : listener.Name;
        return Add<RecordedEvent>(name, filter, listener.OnEventAsync);
    }

    /// <summary>Events as they are recorded, for a page or a connection that shows them. Listening begins with the first element that is asked for and ends with the enumeration.</summary>
    /// <param name="filter">Which events; null for all.</param>
    /// <param name="name">Names the subscriber in metrics.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <exception cref="InvalidOperationException">There are as many subscriptions as there may be.</exception>
    public async IAsyncEnumerable<RecordedEvent> ReadAllAsync(
        GameEventFilter? filter = null, string name = "reader", [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // Room for one: what the reader has not fetched yet waits in the subscriber's queue, which is bounded and counts what it drops.
        var handover = Channel.CreateBounded<RecordedEvent>(1);
        using (Add<RecordedEvent>(name, filter, handover.Writer.WriteAsync))
        {
            await foreach (var recorded in handover.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return recorded;
            }
        }
    }

    /// <summary>Keeps the last events from now on: <see cref="GameEventStreamOptions.HistorySize"/> of them. Does nothing when they are kept already.</summary>
    public void StartHistory()
    {
        lock (_gate)
        {
            _history ??= new EventHistory(_options.HistorySize);
            Refresh();
        }
    }

    /// <summary>Keeps events no longer, and forgets those there are.</summary>
    public void StopHistory()
    {
        lock (_gate)
        {
            _history = null;
            Refresh();
        }
    }

    /// <summary>The events kept, oldest first.</summary>
    /// <param name="filter">Which events; null for all.</param>
    /// <returns>None while the history is off.</returns>
    public IReadOnlyList<RecordedEvent> GetHistory(GameEventFilter? filter = null) => Volatile.Read(ref _history)?.Read(filter) ?? [];

    /// <summary>How the stream and its subscribers are doing.</summary>
    /// <returns>The numbers now.</returns>
    public GameEventStatistics GetStatistics() => new(
        Volatile.Read(ref _events),
        Volatile.Read(ref _history)?.Count ?? 0,
        [.. Volatile.Read(ref _subscribers).Select(static subscriber => subscriber.Statistics)]);

    internal void Count() => Interlocked.Increment(ref _events);

    internal void DescribingFailed(string name, Exception exception)
    {
        var counters = Counters();
        counters.Failed(name);
        counters.Note($"The event '{name}' could not be told to the event stream: {exception.GetType().Name}: {exception.Message}");
    }

    internal GameEventType<T> Add<T>(GameEventType<T> type)
        where T : IGameEvent
    {
        lock (_gate)
        {
            _types.Add(type);
            type.Refresh(_subscribers, _history);
        }

        return type;
    }

    private EventSubscriber<T> Add<T>(string name, GameEventFilter? filter, Func<T, CancellationToken, ValueTask> handle)
    {
        lock (_gate)
        {
            if (_subscribers.Length >= _options.MaxSubscribers)
            {
                throw new InvalidOperationException(
                    $"The event stream has {_subscribers.Length} subscribers, the most there may be; end one, or raise {nameof(GameEventStreamOptions.MaxSubscribers)}.");
            }

            var subscriber = new EventSubscriber<T>(name, filter, _options.QueueCapacity, Counters(), handle);
            subscriber.OnRemoval(() => Remove(subscriber));
            Volatile.Write(ref _subscribers, [.. _subscribers, subscriber]);
            Refresh();
            return subscriber;
        }
    }

    private void Remove(EventSubscriber subscriber)
    {
        lock (_gate)
        {
            Volatile.Write(ref _subscribers, Array.FindAll(_subscribers, other => other != subscriber));
            Refresh();
        }
    }

    private EventStreamCounters Counters()
    {
        lock (_gate)
        {
            return _counters ??= new EventStreamCounters(_options.Registry, _options.MaxSubscribers);
        }
    }

    private void Refresh()
    {
        foreach (var type in _types)
        {
            type.Refresh(_subscribers, _history);
        }
    }
}
