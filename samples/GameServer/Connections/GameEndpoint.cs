using GameServer.Players;

namespace GameServer.Connections;

public static class GameEndpoint
{
    public const string Path = "/play";

    /// <summary>Where players connect by WebSocket, and where they get the token to sign in with.</summary>
    public static void MapGame(this WebApplication app)
    {
        // In the place of an account service, which would ask for more than a name.
        app.MapPost("/tokens/{name}", (string name, PlayerTokens tokens) => tokens.Issue(name));

        app.UseWebSockets();
        app.Map(Path, async (HttpContext context, ConnectionHandler handler, IHostApplicationLifetime lifetime) =>
        {
            if (!context.WebSockets.IsWebSocketRequest)
            {
                return Results.BadRequest("This is where players connect by WebSocket.");
            }

            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            await handler.RunAsync(socket, lifetime.ApplicationStopping);
            return Results.Empty;
        });
    }
}
