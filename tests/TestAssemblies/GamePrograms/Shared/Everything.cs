using Instrumentation.Games.Business;
using Instrumentation.Games.Cache;
using Instrumentation.Games.Combat;
using Instrumentation.Games.Connections;
using Instrumentation.Games.Database;
using Instrumentation.Games.Errors;
using Instrumentation.Games.Matches;
using Instrumentation.Games.Messages;
using Instrumentation.Games.Network;
using Instrumentation.Games.Players;
using Instrumentation.Games.Requests;
using Instrumentation.Games.Sessions;
using Instrumentation.Games.StateMachine;

namespace GamePrograms;

/// <summary>Records each thing that the ready-made metrics are about, once or a few times.</summary>
public static class Everything
{
    public static void Record()
    {
        Players();
        Combat();
        Network();
        Connections();
        Storage();
        Games();
        Shop();
    }

    private static void Players()
    {
        var session = new GameSession
        {
            SessionId = "s1", PlayerId = "p1", StartTime = DateTimeOffset.UnixEpoch, Region = "us-west", GameMode = "ranked",
            Ping = TimeSpan.FromMilliseconds(45), FramesPerSecond = 144,
        };
        session.Record();
        session.Record();
        (session with { EndTime = DateTimeOffset.UnixEpoch.AddMinutes(20), Dropped = true, Ping = null, FramesPerSecond = null }).Record();
        PlayerMetrics.Active(15432);
        PlayerMetrics.Registered();
        PlayerMetrics.Retention(RetentionDay.Day7, 0.31);
    }

    private static void Combat()
    {
        new CombatEvent { EventId = "e1", PlayerId = "p1", EventType = "kill", Region = "us-west", ResponseTime = TimeSpan.FromMilliseconds(45) }.Record();
        CombatMetrics.Shot("rifle", "us-west");
        CombatMetrics.Hit("rifle", "us-west");
        CombatMetrics.Kill("rifle", "us-west");
        CombatMetrics.Damage("bullet", "rifle", 22.5);
        CombatMetrics.WeaponSwitch("ak47", "shotgun", TimeSpan.FromMilliseconds(80));
        CombatMetrics.DamageCalculation("bullet", "rifle", TimeSpan.FromMicroseconds(3));
        CombatMetrics.TickRate("us-west", 59.9);
    }

    private static void Network()
    {
        new NetworkStats
        {
            Region = "us-west", ConnectionType = "game", AvgLatency = TimeSpan.FromMilliseconds(50), Jitter = TimeSpan.FromMilliseconds(2),
            PacketLossRate = 0.005, ActiveConnections = 1250,
        }.Record();
        NetworkMetrics.Sent("game", 1500);
        NetworkMetrics.Received("game", 300);
        NetworkMetrics.HolePunched("us-west");
        NetworkMetrics.HolePunchFailed("us-west");
    }

    private static void Connections()
    {
        new ConnectionEvent { EventType = ConnectionEventType.Opened, Type = ConnectionType.Sse, EstablishmentTime = TimeSpan.FromMilliseconds(32) }.Record();
        new ConnectionEvent { EventType = ConnectionEventType.Failed, Type = ConnectionType.Dual }.Record();
        new WebSocketEvent { ConnectionId = "c1", EventType = WebSocketEventType.Connect }.Record();
        new WebSocketEvent { ConnectionId = "c2", EventType = WebSocketEventType.Connect }.Record();
        new WebSocketEvent { ConnectionId = "c2", EventType = WebSocketEventType.Disconnect }.Record();
        new WebSocketEvent { EventType = WebSocketEventType.Broadcast, RecipientCount = 4, BroadcastTime = TimeSpan.FromMilliseconds(12.5) }.Record();
        new MessageDelivery { Type = "chat", Status = DeliveryStatus.Delivered, DeliveryTime = TimeSpan.FromMilliseconds(12) }.Record();
        new MessageDelivery { Type = "chat", Status = DeliveryStatus.Failed }.Record();
        new ResponseTimeSample
        {
            Service = "combat-service", Endpoint = "/api/v1/combat/action", Method = "POST", StatusCode = 200, Duration = TimeSpan.FromMilliseconds(45),
            UserId = "u1", RequestId = "r1",
        }.Record();
        new ErrorEvent { ErrorType = ErrorType.ConnectionError, Severity = ErrorSeverity.Medium, Message = "It broke.", PlayerId = "p1" }.Record();
    }

    private static void Storage()
    {
        new DatabaseQuery { QueryId = "q1", QueryType = "select", Table = "player_stats", Duration = TimeSpan.FromMilliseconds(5), RowsAffected = 3 }.Record();
        new DatabaseQuery { QueryId = "q2", QueryType = "update", Table = "player_stats", Duration = TimeSpan.FromMilliseconds(5), Failed = true }.Record();
        new ConnectionPool { PoolType = "main", Size = 25, InUse = 5, Idle = 10 }.Record();
        CacheMetrics.Lookup("player_data", hit: true);
        CacheMetrics.Lookup("player_data", hit: false);
        CacheMetrics.Lookups("database", hits: 98, misses: 2);
        CacheMetrics.Memory("player_data", 1 << 20);
    }

    private static void Games()
    {
        new GameStart { GameId = "g1", RoomId = "r1", PlayerCount = 4, BotCount = 1 }.Record();
        new GameStart { GameId = "g2", RoomId = "r2", PlayerCount = 4 }.Record();
        new StateTransition { GameId = "g1", To = "PREPARATION" }.Record();
        new StateTransition { GameId = "g1", From = "PREPARATION", To = "DECLARATION", Duration = TimeSpan.FromMilliseconds(1) }.Record();
        new PhaseEnd { GameId = "g1", Phase = "DECLARATION", Duration = TimeSpan.FromSeconds(45.2) }.Record();
        StateMetrics.Error("DECLARATION");
        StateMetrics.ActionProcessed("play_piece", TimeSpan.FromMilliseconds(2));
        StateMetrics.ActionFailed("play_piece");
        new GameEnd { GameId = "g1", WinnerId = "p1", Winner = PlayerType.Human, PlayerCount = 4, BotCount = 1, Duration = TimeSpan.FromMinutes(12) }.Record();
        new GameEnd { GameId = "g2", PlayerCount = 4, Duration = TimeSpan.FromMinutes(1), Abandoned = true }.Record();
        MatchmakingMetrics.Waited("us-west", "ranked", TimeSpan.FromSeconds(20));
    }

    private static void Shop()
    {
        BusinessMetrics.OrderProcessed();
        BusinessMetrics.Revenue("EUR", 4.99);
        BusinessMetrics.PaymentFailed();
        BusinessMetrics.Pending(3);
    }
}
