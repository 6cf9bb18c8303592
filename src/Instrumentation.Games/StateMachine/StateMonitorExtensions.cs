using Instrumentation.Monitoring;

namespace Instrumentation.Games.StateMachine;

/// <summary>Carries out transitions and actions and records how long they took.</summary>
public static class StateMonitorExtensions
{
    /// <summary>
    /// Carries out a transition. When it succeeds it is recorded, with its time; when it throws, it counts as an error in the state that the game stays in.
    /// </summary>
    /// <param name="monitor">The monitor.</param>
    /// <param name="gameId">Names the game.</param>
    /// <param name="from">The state that it leaves; null when it comes into being.</param>
    /// <param name="to">The state that it enters; null when it is over.</param>
    /// <param name="transition">What there is to do.</param>
    /// <returns>A task that ends as that of <paramref name="transition"/> does.</returns>
    public static async Task MonitorStateTransition(this IPerformanceMonitor monitor, string? gameId, string? from, string? to, Func<Task> transition)
    {
        ArgumentNullException.ThrowIfNull(transition);
        var start = TimeProvider.System.GetTimestamp();
        try
        {
            await transition().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            StateMetrics.Error(from);
            throw;
        }

        var duration = TimeProvider.System.GetElapsedTime(start);
        new StateTransition { GameId = gameId, From = from, To = to, Duration = duration }.Record();
    }

    /// <summary>Carries out what a player did. Its time is recorded however it ends; an exception other than a cancellation counts as an error.</summary>
    /// <param name="monitor">The monitor.</param>
    /// <param name="actionType">What was done.</param>
    /// <param name="action">What there is to do.</param>
    /// <returns>A task that ends as that of <paramref name="action"/> does.</returns>
    public static async Task MonitorActionProcessing(this IPerformanceMonitor monitor, string? actionType, Func<Task> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        var start = TimeProvider.System.GetTimestamp();
        try
        {
            await action().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            StateMetrics.ActionFailed(actionType);
            throw;
        }
        finally
        {
            StateMetrics.ActionProcessed(actionType, TimeProvider.System.GetElapsedTime(start));
        }
    }
}
