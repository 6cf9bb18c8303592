namespace Instrumentation.Events;

/// <summary>The event stream of the process, in short.</summary>
public static class GameEvents
{
    /// <inheritdoc cref="GameEventStream.Subscribe{T}(Action{T}, string?)"/>
    public static IDisposable Subscribe<T>(Action<T> handler, string? name = null)
        where T : IGameEvent => GameEventStream.Default.Subscribe(handler, name);

    /// <inheritdoc cref="GameEventStream.Subscribe{T}(Action{T}, string?)"/>
    public static IDisposable Subscribe<T>(Func<T, CancellationToken, ValueTask> handler, string? name = null)
        where T : IGameEvent => GameEventStream.Default.Subscribe(handler, name);

    /// <inheritdoc cref="GameEventStream.Subscribe(IGameEventListener, GameEventFilter?)"/>
    public static IDisposable Subscribe(IGameEventListener listener, GameEventFilter? filter = null) =>
        GameEventStream.Default.Subscribe(listener, filter);

    /// <inheritdoc cref="GameEventStream.ReadAllAsync"/>
    public static IAsyncEnumerable<RecordedEvent> ReadAllAsync(
        GameEventFilter? filter = null, string name = "reader", CancellationToken cancellationToken = default) =>
        GameEventStream.Default.ReadAllAsync(filter, name, cancellationToken);

    /// <inheritdoc cref="GameEventStream.StartHistory"/>
    public static void StartHistory() => GameEventStream.Default.StartHistory();

    /// <inheritdoc cref="GameEventStream.StopHistory"/>
    public static void StopHistory() => GameEventStream.Default.StopHistory();

    /// <inheritdoc cref="GameEventStream.GetHistory"/>
    public static IReadOnlyList<RecordedEvent> GetHistory(GameEventFilter? filter = null) => GameEventStream.Default.GetHistory(filter);

    /// <inheritdoc cref="GameEventStream.GetStatistics"/>
    public static GameEventStatistics GetStatistics() => GameEventStream.Default.GetStatistics();
}
