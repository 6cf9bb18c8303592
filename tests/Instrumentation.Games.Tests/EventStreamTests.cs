using System.Globalization;
using Instrumentation.Events;
using Instrumentation.Games.Connections;
using Instrumentation.Games.Matches;
using Instrumentation.Games.Messages;
using Instrumentation.Games.Sessions;
using Instrumentation.Games.StateMachine;

namespace Instrumentation.Games.Tests;

/// <summary>What happens to sessions, games and connections is on the event stream, with who it happened to.</summary>
public sealed class EventStreamTests
{
    [Fact]
    public void Records_are_events_once_each()
    {
        var id = Guid.NewGuid().ToString();
        var start = DateTimeOffset.UnixEpoch;
        GameEvents.StartHistory();
        try
        {
            new GameSession { SessionId = id, PlayerId = "ann", StartTime = start, Region = "r9", GameMode = "m9" }.Record();
            new GameSession { SessionId = id, PlayerId = "ann", StartTime = start, Region = "r9", GameMode = "m9", EndTime = start.AddMinutes(2) }.Record();
            new ConnectionEvent { ConnectionId = id, EventType = ConnectionEventType.Opened, Type = ConnectionType.Sse }.Record();
            new ConnectionEvent { ConnectionId = id, EventType = ConnectionEventType.Closed, Type = ConnectionType.Sse }.Record();
            new WebSocketEvent { ConnectionId = id, EventType = WebSocketEventType.Connect }.Record();
            new WebSocketEvent { ConnectionId = id, EventType = WebSocketEventType.Disconnect }.Record();
            new GameStart { GameId = id, PlayerCount = 4 }.Record();
            new GameEnd { GameId = id, WinnerId = "ann", PlayerCount = 4, Duration = TimeSpan.FromMinutes(3) }.Record();
            new MessageDelivery { PlayerId = id, Type = "chat", Status = DeliveryStatus.Delivered, DeliveryTime = TimeSpan.FromMilliseconds(5) }.Record();
            new StateTransition { GameId = id, From = "A9", To = "B9", Duration = TimeSpan.FromMilliseconds(3) }.Record();
            new StateTransition { GameId = id, From = "B9" }.Record();

            Assert.Equal(
                [
                    "game_session [region=r9,game_mode=m9] active_sessions=1",
                    "game_session [region=r9,game_mode=m9] active_sessions=-1,session_duration_seconds=120",
                    "connection_event [event=opened,type=sse] ",
                    "connection_event [event=closed,type=sse] ",
                    "web_socket_event [event=connect] ",
                    "web_socket_event [event=disconnect] ",
                    "games_started [] players_per_game=4",
                    "game_end [] game_duration_seconds=180,games_completed_total=1,games_abandoned_total=0",
                    "messages_sent [type=chat,status=delivered] message_delivery_seconds=0.005",
                    "state_transitions [from=A9,to=B9] state_transition_seconds=0.003",
                    "state_transitions [from=B9,to=none] ",
                ],
                GameEvents.GetHistory().Where(recorded => recorded.Ids.Any(named => named.Value == id)).Select(Describe));
        }
        finally
        {
            GameEvents.StopHistory();
        }
    }

    private static string Describe(RecordedEvent recorded) =>
        $"{recorded.Name} [{string.Join(',', recorded.Labels.Select(label => $"{label.Key}={label.Value}"))}] "
        + string.Join(',', recorded.Values.Select(value => string.Create(CultureInfo.InvariantCulture, $"{value.Key}={value.Value}")));
}
