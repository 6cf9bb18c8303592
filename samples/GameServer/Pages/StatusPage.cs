using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using GameServer.Connections;
using GameServer.Matches;

namespace GameServer.Pages;

public static class StatusPage
{
    private static readonly byte[] s_html = ReadPage();

    /// <summary>The page at <c>/</c>, and what it reads: <c>/status</c> once a second, and <c>/events</c> as they happen.</summary>
    public static void MapStatus(this WebApplication app)
    {
        app.MapGet("/", () => Results.Bytes(s_html, "text/html; charset=utf-8"));
        app.MapGet("/status", async (StatusReader status, CancellationToken cancellationToken) =>
            Results.Json(await status.ReadAsync(cancellationToken), GameJson.Default.ServerStatus));
        app.MapGet("/events", (IMatchEventFeed feed, IHostApplicationLifetime lifetime, CancellationToken cancellationToken) =>
            TypedResults.ServerSentEvents(StreamAsync(feed, lifetime.ApplicationStopping, cancellationToken)));
    }

    private static async IAsyncEnumerable<SseItem<string>> StreamAsync(
        IMatchEventFeed feed,
        CancellationToken stopping,
        [EnumeratorCancellation] CancellationToken gone)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, gone);
        await using var events = feed.WatchAsync(either.Token).GetAsyncEnumerator(CancellationToken.None);
        while (await MoveNextAsync(events))
        {
            yield return new SseItem<string>(JsonSerializer.Serialize(events.Current, GameJson.Default.MatchEvent));
        }
    }

    // A spectator who leaves, or a server that stops, is the ordinary end of the stream.
    private static async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<MatchEvent> events)
    {
        try
        {
            return await events.MoveNextAsync();
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static byte[] ReadPage()
    {
        using var page = typeof(StatusPage).Assembly.GetManifestResourceStream("status.html")
            ?? throw new InvalidOperationException("The status page is not in the assembly.");
        using var bytes = new MemoryStream();
        page.CopyTo(bytes);
        return bytes.ToArray();
    }
}
