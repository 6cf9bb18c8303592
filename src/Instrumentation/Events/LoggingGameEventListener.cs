using Microsoft.Extensions.Logging;

namespace Instrumentation.Events;

/// <summary>Writes one line for each event. Name, labels, identifiers and values are properties of the log entry as well.</summary>
/// <param name="logger">Where to.</param>
/// <param name="level">The level of the entries.</param>
public sealed class LoggingGameEventListener(ILogger<LoggingGameEventListener> logger, LogLevel level = LogLevel.Information) : IGameEventListener
{
    private static readonly EventId s_id = new(1, "GameEvent");

    /// <inheritdoc/>
    public ValueTask OnEventAsync(RecordedEvent recorded, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        if (logger.IsEnabled(level))
        {
            KeyValuePair<string, object?>[] state =
            [
                new("event", recorded.Name),
                .. recorded.Labels.Select(static label => new KeyValuePair<string, object?>(label.Key, label.Value)),
                .. recorded.Ids.Select(static id => new KeyValuePair<string, object?>(id.Key, id.Value)),
                .. recorded.Values.Select(static value => new KeyValuePair<string, object?>(value.Key, value.Value)),
            ];
            logger.Log(level, s_id, state, exception: null, (_, _) => $"Event {recorded.Name}: {recorded.ToJson()}");
        }

        return ValueTask.CompletedTask;
    }
}
