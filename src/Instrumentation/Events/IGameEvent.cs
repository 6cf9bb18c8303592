namespace Instrumentation.Events;

/// <summary>An event of the game. Types with <see cref="GameEventAttribute"/> implement it by generated code; not meant to be implemented by hand.</summary>
public interface IGameEvent
{
    /// <summary>
    /// Updates all metrics of the event, and hands it to whoever listens to the event stream. Takes no lock, and allocates nothing while nobody listens; never throws because of
    /// a listener.
    /// </summary>
    public void Record();
}
