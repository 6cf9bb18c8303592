using Instrumentation.Metrics;

namespace Instrumentation.Events;

/// <summary>A type of events, as the event stream knows it. Made by generated code.</summary>
public abstract class GameEventType
{
    private protected GameEventType(string name) => Name = name;

    /// <summary>The event's name, as in <c>combat_hits</c>.</summary>
    public string Name { get; }

    /// <summary>Makes the type known to the event stream of the process.</summary>
    /// <typeparam name="T">The event.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="labels">Its labels, in the order of the number that is given to <see cref="GameEventType{T}.Publish"/>.</param>
    /// <param name="describe">Adds identifiers and values of an event.</param>
    /// <returns>The type.</returns>
    public static GameEventType<T> Create<T>(string name, Label[] labels, Action<T, RecordedEventDetails> describe)
        where T : IGameEvent
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(describe);
        return GameEventStream.Default.Add(new GameEventType<T>(name, labels, describe, GameEventStream.Default));
    }

    /// <summary>Looks anew at who wants events of this type.</summary>
    internal abstract void Refresh(EventSubscriber[] subscribers, EventHistory? history);
}
