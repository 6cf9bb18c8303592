using Instrumentation.Games.Cache;
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

namespace Instrumentation.Games.Tests;

/// <summary>Each record updates what it is about, and nothing else.</summary>
public sealed class RecordTests
{
    private readonly Reading _reading = new();

    [Fact]
    public void Session_counts_up_and_down()
    {
        var session = new GameSession { StartTime = DateTimeOffset.UnixEpoch, Region = "r1", GameMode = "m1", Ping = TimeSpan.FromMilliseconds(45), FramesPerSecond = 144 };
        session.Record();
        session.Record();

        Assert.Equal(2, _reading.Rise("game_active_sessions{region=\"r1\",game_mode=\"m1\"}"));
        Assert.Equal(2, _reading.Rise("game_concurrent_players{region=\"r1\"}"));
        Assert.Equal(2, _reading.Rise("game_sessions"));
        Assert.Equal(0.09, _reading.Rise("game_session_ping_seconds_sum{region=\"r1\"}"), 9);
        Assert.Equal(288, _reading.Rise("game_session_frames_per_second_sum{region=\"r1\"}"));

        var over = session with { EndTime = DateTimeOffset.UnixEpoch.AddMinutes(10), Ping = null, FramesPerSecond = null };
        over.Record();
        (over with { Dropped = true }).Record();

        Assert.Equal(0, _reading.Rise("game_active_sessions{region=\"r1\",game_mode=\"m1\"}"));
        Assert.Equal(0, _reading.Rise("game_concurrent_players{region=\"r1\"}"));
        Assert.Equal(0, _reading.Rise("game_sessions"));
        Assert.Equal(1200, _reading.Rise("game_session_duration_seconds_sum{region=\"r1\",game_mode=\"m1\"}"));
        Assert.Equal(2, _reading.Rise("game_session_ping_seconds_count{region=\"r1\"}"));
        Assert.Equal(1, _reading.Rise("game_sessions_ended_total{region=\"r1\",dropped=\"true\"}"));
        Assert.Equal(0.5, Reading.Now("game_session_drop_rate{region=\"r1\"}"));
    }

    [Fact]
    public void Combat_is_timed_by_action_and_region()
    {
        new CombatEvent { EventType = "kill", Region = "r2", ResponseTime = TimeSpan.FromMilliseconds(45) }.Record();

        Assert.Equal(1, _reading.Rise("game_combat_response_time_seconds_count{action_type=\"kill\",region=\"r2\"}"));
        Assert.Equal(0.045, _reading.Rise("game_combat_response_time_seconds_sum{action_type=\"kill\",region=\"r2\"}"), 9);
    }

    [Fact]
    public void Network_records_what_is_known()
    {
        new NetworkStats { Region = "r3", ConnectionType = "game", AvgLatency = TimeSpan.FromMilliseconds(50), PacketLossRate = 0.005, ActiveConnections = 1250 }.Record();
        new NetworkStats { Region = "r3", ConnectionType = "game", Jitter = TimeSpan.FromMilliseconds(2) }.Record();

        Assert.Equal(1, _reading.Rise("game_network_latency_seconds_count{region=\"r3\",connection_type=\"game\"}"));
        Assert.Equal(1, _reading.Rise("game_network_jitter_seconds_count{region=\"r3\",connection_type=\"game\"}"));
        Assert.Equal(0.005, Reading.Now("game_packet_loss_rate{region=\"r3\",connection_type=\"game\"}"));
        Assert.Equal(1250, Reading.Now("game_websocket_connections{region=\"r3\",connection_type=\"game\"}"));
    }

    [Fact]
    public void Connections_are_counted_by_type_and_health()
    {
        Connection(ConnectionEventType.Opened, ConnectionType.WebSocket);
        Connection(ConnectionEventType.Opened, ConnectionType.WebSocket);
        Connection(ConnectionEventType.Opened, ConnectionType.Sse);
        Connection(ConnectionEventType.Opened, ConnectionType.Dual);
        Connection(ConnectionEventType.Degraded, ConnectionType.Sse);
        Connection(ConnectionEventType.Failed, ConnectionType.Sse);

        Assert.Equal(4, _reading.Rise("game_connections"));
        Assert.Equal(3, _reading.Rise("game_active_connections"));
        Assert.Equal(2, _reading.Rise("game_connections_by_type{type=\"websocket\"}"));
        Assert.Equal(1, _reading.Rise("game_connections_by_type{type=\"dual\"}"));
        Assert.Equal(2, _reading.Rise("game_websocket_connections_active"));
        Assert.Equal(1, _reading.Rise("game_connection_failures_total{type=\"sse\"}"));
        Assert.Equal(0.75, Reading.Now("game_connection_health_ratio"));

        Connection(ConnectionEventType.Recovered, ConnectionType.Sse);
        Connection(ConnectionEventType.Closed, ConnectionType.Sse);
        Connection(ConnectionEventType.Degraded, ConnectionType.Dual);
        Connection(ConnectionEventType.Lost, ConnectionType.Dual);
        new WebSocketEvent { EventType = WebSocketEventType.Disconnect }.Record();
        new WebSocketEvent { EventType = WebSocketEventType.Disconnect }.Record();

        Assert.Equal(0, _reading.Rise("game_connections"));
        Assert.Equal(0, _reading.Rise("game_active_connections"));
        Assert.Equal(0, _reading.Rise("game_websocket_connections_active"));
        Assert.Equal(2, _reading.Rise("game_websocket_connections_closed_total"));
        Assert.False(Reading.Has("game_connection_health_ratio"));
    }

    [Fact]
    public void Broadcasts_are_timed_and_their_failures_counted()
    {
        new WebSocketEvent { EventType = WebSocketEventType.Broadcast, RecipientCount = 4, BroadcastTime = TimeSpan.FromMilliseconds(12.5), Success = true }.Record();
        new WebSocketEvent { EventType = WebSocketEventType.Broadcast, RecipientCount = 2, BroadcastTime = TimeSpan.FromMilliseconds(1) }.Record();

        Assert.Equal(0.0135, _reading.Rise("game_websocket_broadcast_time_seconds_sum"), 9);
        Assert.Equal(6, _reading.Rise("game_websocket_broadcast_recipients_total"));
        Assert.Equal(1, _reading.Rise("game_websocket_broadcast_failures_total"));
    }

    [Fact]
    public void Messages_are_counted_and_those_delivered_timed()
    {
        for (var i = 0; i < 3; i++)
        {
            new MessageDelivery { Type = "t1", Status = DeliveryStatus.Delivered, DeliveryTime = TimeSpan.FromMilliseconds(10) }.Record();
        }

        new MessageDelivery { Type = "t1", Status = DeliveryStatus.Failed, DeliveryTime = TimeSpan.FromSeconds(9) }.Record();

        Assert.Equal(3, _reading.Rise("game_messages_sent_total{type=\"t1\",status=\"delivered\"}"));
        Assert.Equal(1, _reading.Rise("game_messages_sent_total{type=\"t1\",status=\"failed\"}"));
        Assert.Equal(0.03, _reading.Rise("game_message_delivery_seconds_sum"), 9);

        // Of all messages in five minutes, whichever test sent them.
        var all = Reading.Sum("game_messages_sent_total");
        Assert.Equal(Reading.Sum("game_messages_sent_total", "status=\"delivered\"") / all, Reading.Now("game_message_delivery_success_rate"), 9);
        Assert.InRange(Reading.Now("game_message_delivery_success_rate"), 0.1, (all - 1) / all);
    }

    [Fact]
    public void Requests_are_timed_by_route_and_counted_by_service_and_status()
    {
        var sample = new ResponseTimeSample { Service = "s1", Endpoint = "/fight", Method = "POST", Duration = TimeSpan.FromMilliseconds(45) };
        (sample with { StatusCode = 204 }).Record();
        (sample with { StatusCode = 503 }).Record();
        sample.Record();

        Assert.Equal(3, _reading.Rise("game_request_duration_seconds_count{method=\"POST\",endpoint=\"/fight\"}"));
        Assert.Equal(1, _reading.Rise("game_responses_total{service=\"s1\",status=\"2xx\"}"));
        Assert.Equal(1, _reading.Rise("game_responses_total{service=\"s1\",status=\"5xx\"}"));
    }

    [Fact]
    public void Errors_are_counted_by_type_and_severity()
    {
        new ErrorEvent { ErrorType = ErrorType.MessageDeliveryError, Severity = ErrorSeverity.High, Message = "Gone." }.Record();

        Assert.Equal(1, _reading.Rise("game_errors_total{type=\"message_delivery_error\",severity=\"high\"}"));
    }

    [Fact]
    public void Queries_are_timed_and_failures_and_rows_counted()
    {
        new DatabaseQuery { QueryType = "select", Table = "t1", Duration = TimeSpan.FromMilliseconds(20), RowsAffected = 7 }.Record();
        new DatabaseQuery { QueryType = "select", Table = "t1", Duration = TimeSpan.FromMilliseconds(30), Failed = true }.Record();

        Assert.Equal(0.05, _reading.Rise("game_db_query_duration_seconds_sum{query_type=\"select\",table=\"t1\"}"), 9);
        Assert.Equal(7, _reading.Rise("game_db_rows_total{query_type=\"select\",table=\"t1\"}"));
        Assert.Equal(1, _reading.Rise("game_db_query_errors_total{query_type=\"select\",table=\"t1\"}"));
    }

    [Fact]
    public void A_pool_shows_how_full_it_is()
    {
        new ConnectionPool { PoolType = "p1", Size = 25, InUse = 5, Idle = 10 }.Record();

        Assert.Equal(25, Reading.Now("game_db_connection_pool_size{pool_type=\"p1\"}"));
        Assert.Equal(15, Reading.Now("game_db_open_connections{pool_type=\"p1\"}"));
        Assert.Equal(0.2, Reading.Now("game_db_connection_utilization_ratio{pool_type=\"p1\"}"));
    }

    [Fact]
    public void Lookups_make_the_hit_rate_of_their_cache()
    {
        CacheMetrics.Lookup("c1", hit: true);
        CacheMetrics.Lookup("c1", hit: false);
        CacheMetrics.Lookups("c2", hits: 98, misses: 2);
        CacheMetrics.Lookup(null, hit: true);

        Assert.Equal(1, _reading.Rise("game_cache_hits_total{cache_type=\"c1\"}"));
        Assert.Equal(1, _reading.Rise("game_cache_misses_total{cache_type=\"c1\"}"));
        Assert.Equal(0.5, Reading.Now("game_cache_hit_rate{cache_type=\"c1\"}"));
        Assert.Equal(0.98, Reading.Now("game_cache_hit_rate{cache_type=\"c2\"}"));
        Assert.Equal(1, Reading.Now("game_cache_hit_rate{cache_type=\"none\"}"));
        Assert.Throws<ArgumentOutOfRangeException>(() => CacheMetrics.Lookups("c2", -1, 0));
    }

    [Fact]
    public void Games_count_towards_lengths_and_win_rates_when_played_to_the_end()
    {
        new GameStart { PlayerCount = 4, BotCount = 1 }.Record();
        new GameStart { PlayerCount = 2 }.Record();
        Assert.Equal(2, _reading.Rise("game_games_active"));
        Assert.Equal(6, _reading.Rise("game_players_per_game_sum"));

        new GameEnd { Winner = PlayerType.Human, PlayerCount = 4, BotCount = 1, Duration = TimeSpan.FromMinutes(10) }.Record();
        new GameEnd { Winner = PlayerType.Human, PlayerCount = 2, Duration = TimeSpan.FromMinutes(10), Abandoned = true }.Record();

        Assert.Equal(0, _reading.Rise("game_games_active"));
        Assert.Equal(1, _reading.Rise("game_games_completed_total"));
        Assert.Equal(1, _reading.Rise("game_games_abandoned_total"));
        Assert.Equal(600, _reading.Rise("game_game_duration_seconds_sum"));
        Assert.Equal(3, _reading.Rise("game_player_games_total{type=\"human\"}"));
        Assert.Equal(1, _reading.Rise("game_player_wins_total{type=\"human\"}"));
        Assert.Equal(0, _reading.Rise("game_player_wins_total{type=\"bot\"}"));
        Assert.Equal(
            Reading.Now("game_player_wins_total{type=\"human\"}") / Reading.Now("game_player_games_total{type=\"human\"}"),
            Reading.Now("game_player_win_rate{type=\"human\"}"),
            9);
        Assert.InRange(Reading.Now("game_player_win_rate{type=\"human\"}"), 0.05, 0.5);
        Assert.Equal(0, Reading.Now("game_player_win_rate{type=\"bot\"}"));
        Assert.True(Reading.Now("game_games_per_hour") > 0);
    }

    [Fact]
    public void Transitions_move_games_from_state_to_state()
    {
        new StateTransition { To = "A1" }.Record();
        new StateTransition { From = "A1", To = "B1", Duration = TimeSpan.FromMilliseconds(3) }.Record();

        Assert.Equal(0, _reading.Rise("game_state_active_games{state=\"A1\"}"));
        Assert.Equal(1, _reading.Rise("game_state_active_games{state=\"B1\"}"));
        Assert.Equal(1, _reading.Rise("game_state_transitions_total{from=\"none\",to=\"A1\"}"));
        Assert.Equal(1, _reading.Rise("game_state_transitions_total{from=\"A1\",to=\"B1\"}"));
        Assert.Equal(0.003, _reading.Rise("game_state_transition_seconds_sum{to=\"B1\"}"), 9);

        new StateTransition { From = "B1" }.Record();
        new PhaseEnd { Phase = "P1", Duration = TimeSpan.FromSeconds(45.2) }.Record();

        Assert.Equal(0, _reading.Rise("game_state_active_games{state=\"B1\"}"));
        Assert.Equal(45.2, _reading.Rise("game_phase_duration_seconds_sum{phase=\"P1\"}"), 9);
    }

    private static void Connection(ConnectionEventType eventType, ConnectionType type) =>
        new ConnectionEvent { EventType = eventType, Type = type, EstablishmentTime = TimeSpan.FromMilliseconds(30) }.Record();
}
