using Instrumentation.Games.Combat;
using Instrumentation.Games.Connections;
using Instrumentation.Games.Database;
using Instrumentation.Games.Errors;
using Instrumentation.Games.Matches;
using Instrumentation.Games.Messages;
using Instrumentation.Games.Network;
using Instrumentation.Games.Requests;
using Instrumentation.Games.Sessions;
using Instrumentation.Games.StateMachine;
using Instrumentation.Monitoring;

namespace Instrumentation.Games;

/// <summary>
/// Records what happens in a game through the monitor. Each does what <c>Record()</c> of its record does, which needs no monitor; all may be called from any thread
/// and allocate nothing.
/// </summary>
public static class GameMonitorExtensions
{
    /// <summary>Records the begin of a session, or with <see cref="GameSession.EndTime"/> its end.</summary>
    public static void RecordGameSession(this IPerformanceMonitor monitor, in GameSession session) => session.Record();

    /// <summary>Records the server's answer to something that a player did in combat.</summary>
    public static void RecordCombatEvent(this IPerformanceMonitor monitor, in CombatEvent combatEvent) => combatEvent.Record();

    /// <summary>Records how the network to a region does.</summary>
    public static void RecordNetworkStats(this IPerformanceMonitor monitor, in NetworkStats stats) => stats.Record();

    /// <summary>Records a request and how long the answer took.</summary>
    public static void RecordResponseTime(this IPerformanceMonitor monitor, in ResponseTimeSample sample) => sample.Record();

    /// <summary>Records what happened to a client's connection.</summary>
    public static void RecordConnectionEvent(this IPerformanceMonitor monitor, in ConnectionEvent connectionEvent) => connectionEvent.Record();

    /// <summary>Records what happened at a WebSocket.</summary>
    public static void RecordWebSocketEvent(this IPerformanceMonitor monitor, in WebSocketEvent webSocketEvent) => webSocketEvent.Record();

    /// <summary>Records a message and what became of it.</summary>
    public static void RecordMessageDelivery(this IPerformanceMonitor monitor, in MessageDelivery delivery) => delivery.Record();

    /// <summary>Records something that went wrong.</summary>
    public static void RecordError(this IPerformanceMonitor monitor, in ErrorEvent error) => error.Record();

    /// <summary>Records a query that has run.</summary>
    public static void RecordDatabaseQuery(this IPerformanceMonitor monitor, in DatabaseQuery query) => query.Record();

    /// <summary>Records how full a pool of database connections is.</summary>
    public static void RecordConnectionPool(this IPerformanceMonitor monitor, in ConnectionPool pool) => pool.Record();

    /// <summary>Records a game that begins.</summary>
    public static void RecordGameStart(this IPerformanceMonitor monitor, in GameStart start) => start.Record();

    /// <summary>Records a game that has ended.</summary>
    public static void RecordGameEnd(this IPerformanceMonitor monitor, in GameEnd end) => end.Record();

    /// <summary>Records a phase of a game that is over.</summary>
    public static void RecordPhaseDuration(this IPerformanceMonitor monitor, in PhaseEnd phase) => phase.Record();

    /// <summary>Records a transition of a game from one state to another.</summary>
    public static void RecordStateTransition(this IPerformanceMonitor monitor, in StateTransition transition) => transition.Record();
}
