namespace GameServer.Connections;

public static class GameEndpoint
{
    public const string Path = "/play";

    /// <summary>Where players connect by WebSocket.</summary>
    public static void MapGame(this WebApplication app)
    {
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
