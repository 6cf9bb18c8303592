namespace Instrumentation.Games.StateMachine;

/// <summary>What is measured of the state machine of games. <see cref="StateTransition"/> records transitions.</summary>
public static partial class StateMetrics
{
    /// <summary>Counts an error in a state.</summary>
    [GameMetric(MetricKind.Counter, "state_errors_total", Help = "Errors, by the state in which they came up.")]
    public static partial void Error([MetricLabel(Limit = Limits.States)] string? state);

    /// <summary>Observes how long it took to carry out what a player did.</summary>
    [GameMetric(
        MetricKind.Histogram,
        "action_processing_seconds",
        Help = "Times to carry out what players did.",
        Buckets = [0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5])]
    public static partial void ActionProcessed([MetricLabel(Limit = Limits.ActionTypes)] string? actionType, TimeSpan time);

    /// <summary>Counts an action that ended with an exception.</summary>
    [GameMetric(MetricKind.Counter, "action_errors_total", Help = "Actions of players that could not be carried out.")]
    public static partial void ActionFailed([MetricLabel(Limit = Limits.ActionTypes)] string? actionType);

    [GameMetric(MetricKind.UpDownCounter, "state_active_games", Help = "Games that are in a state.")]
    internal static partial void ActiveGames([MetricLabel(Limit = Limits.States)] string? state, int change);
}
