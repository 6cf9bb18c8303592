using System.Net.WebSockets;
using GameServer.Chat;
using GameServer.Matchmaking;
using GameServer.Players;
using Instrumentation.Games.Connections;
using Instrumentation.Games.Errors;
using Instrumentation.Games.Requests;

namespace GameServer.Connections;

/// <summary>Looks after one connection from the first message to the goodbye.</summary>
public sealed class ConnectionHandler(
    ISessionService sessions,
    ICommandRouter router,
    MatchSearch search,
    TimeProvider time)
{
    private static readonly TimeSpan s_timeToSignIn = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_timeToSayGoodbye = TimeSpan.FromSeconds(2);

    /// <summary>Ends when the player leaves, drops out or is turned away, and soon after the server began to stop.</summary>
    public async Task RunAsync(WebSocket socket, CancellationToken stopping)
    {
        var connection = new PlayerConnection(socket, time);
        using var broken = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        using var farewell = stopping.Register(() =>
        {
            connection.Close(WebSocketCloseStatus.EndpointUnavailable, "The server stops.");
            broken.CancelAfter(s_timeToSayGoodbye);
        });

        var sending = SendAsync(connection, broken);
        await ServeAsync(connection, broken.Token);
        broken.CancelAfter(s_timeToSayGoodbye);
        await sending;
    }

    private static async Task SendAsync(PlayerConnection connection, CancellationTokenSource broken)
    {
        try
        {
            await connection.SendQueuedAsync(broken.Token);
        }
        catch (Exception exception) when (IsDropOut(exception))
        {
            // No use in reading on from somebody who cannot be answered.
            await broken.CancelAsync();
        }
    }

    private async Task ServeAsync(PlayerConnection connection, CancellationToken broken)
    {
        try
        {
            var start = time.GetTimestamp();
            if (await GreetAsync(connection, broken) is { } player)
            {
                Record(ConnectionEventType.Opened, player, time.GetElapsedTime(start));
                await PlayAsync(player, connection, broken);
            }

            connection.Close(WebSocketCloseStatus.NormalClosure, "Goodbye.");
        }
        catch (Exception exception) when (exception is SignInRefusedException or InvalidCommandException or MessageTooLongException)
        {
            if (exception is SignInRefusedException)
            {
                new ErrorEvent { ErrorType = ErrorType.AuthenticationError, Severity = ErrorSeverity.Low, Message = exception.Message }.Record();
            }

            connection.Send(new Refusal(exception.Message));
            connection.Close(WebSocketCloseStatus.PolicyViolation, exception.Message);
        }
        catch (Exception exception) when (IsDropOut(exception))
        {
            connection.Cut();
            connection.Close(WebSocketCloseStatus.NormalClosure, "Lost.");
        }
    }

    private async Task<PlayerSession?> GreetAsync(PlayerConnection connection, CancellationToken broken)
    {
        using var tooLate = new CancellationTokenSource(s_timeToSignIn, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(broken, tooLate.Token);
        var player = await connection.ReceiveAsync(either.Token) switch
        {
            SignIn signIn => await sessions.SignInAsync(signIn.Name, signIn.Token, signIn.Region, either.Token),
            Resume resume => sessions.Resume(resume.Key),
            null => null,
            var other => throw new InvalidCommandException($"{other.Kind} is no way to begin: sign in or resume."),
        };

        if (player is not null)
        {
            player.Attach(connection);
            player.Send(new Welcome(player.Name, player.ResumeKey, player.Seat is not null));
            if (player.Seat is { } seat)
            {
                player.Send(MatchStarted.For(seat.Fighter, seat.Match));
            }
        }

        return player;
    }

    private async Task PlayAsync(PlayerSession player, PlayerConnection connection, CancellationToken broken)
    {
        try
        {
            while (await ObeyNextAsync(player, connection, broken))
            {
            }

            sessions.End(player, dropped: false);
        }
        catch (Exception exception) when (IsDropOut(exception))
        {
            new DropOut(DropOutReason.ConnectionLost, player.Name).Record();
        }
        finally
        {
            Record(connection.Heartbeat.End() ? ConnectionEventType.Closed : ConnectionEventType.Lost, player);
            if (player.Detach(connection))
            {
                search.CallOff(player);
            }
        }
    }

    /// <summary>Takes one command and carries it out; false when the player left.</summary>
    private async Task<bool> ObeyNextAsync(PlayerSession player, PlayerConnection connection, CancellationToken broken)
    {
        try
        {
            if (await connection.ReceiveAsync(broken) is not { } message || message is Leave)
            {
                return false;
            }

            if (message is Pong pong)
            {
                connection.Heartbeat.Take(pong);
            }
            else
            {
                await CommandAsync(player, message, broken);
            }
        }
        catch (Exception exception) when (exception is InvalidCommandException or ChatRejectedException or TimeoutException)
        {
            new ErrorEvent
            {
                ErrorType = exception is TimeoutException ? ErrorType.SystemError : ErrorType.ValidationError,
                Severity = ErrorSeverity.Low,
                Message = exception.Message,
                PlayerId = player.Name,
            }.Record();
            player.Send(new Refusal(exception.Message));
        }

        return true;
    }

    /// <summary>Carries out a command, and records it as the request that it is.</summary>
    private async Task CommandAsync(PlayerSession player, ClientMessage message, CancellationToken broken)
    {
        var start = time.GetTimestamp();
        var status = 500;
        try
        {
            await router.HandleAsync(player, message, message.Kind, broken);
            status = 200;
        }
        catch (Exception exception) when (exception is InvalidCommandException or ChatRejectedException)
        {
            status = 400;
            throw;
        }
        finally
        {
            new ResponseTimeSample
            {
                Service = "game",
                Endpoint = message.Kind.ToLabel(),
                StatusCode = status,
                Duration = time.GetElapsedTime(start),
                UserId = player.Name,
            }.Record();
        }
    }

    private static void Record(ConnectionEventType type, PlayerSession player, TimeSpan? establishmentTime = null) => new ConnectionEvent
    {
        EventType = type,
        Type = ConnectionType.WebSocket,
        PlayerId = player.Name,
        EstablishmentTime = establishmentTime,
    }.Record();

    private static bool IsDropOut(Exception exception) => exception is WebSocketException or OperationCanceledException;
}
