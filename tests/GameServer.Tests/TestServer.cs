using GameServer.Connections;
using GameServer.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace GameServer.Tests;

/// <summary>The whole server on a free port, for as long as a test needs it.</summary>
public sealed class TestServer : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    private readonly Scrape _before;
    private readonly WebApplication _app;
    private bool _isStopped;

    private TestServer(WebApplication app, Scrape before)
    {
        _app = app;
        _before = before;
        Address = new Uri(app.Urls.First());
        Http = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public Uri Game => new UriBuilder(Address) { Scheme = "ws", Path = GameEndpoint.Path }.Uri;

    /// <summary>By how much a metric, or those of its series that have a label, rose since this server was made: the registry is that of the process.</summary>
    public long Rise(string metric, string? label = null) => Scrape.OfProcess().Sum(metric, label) - _before.Sum(metric, label);

    public static async Task<TestServer> StartAsync(params string[] args)
    {
        // What nobody awaits of the server before this one would otherwise end in the counts of this one.
        await UntilAsync(() => Scrape.OfProcess().Sum("operations_in_flight") == 0, "the server before this one has come to rest");
        var app = GameServerApp.Create(
        [
            "--port", "0", "--Server:StatusEverySeconds", "0", "--Store:LatencyMilliseconds", "1", "--Store:TimeoutRatio", "0",
            "--Matchmaking:TimeoutSeconds", "600", "--Players:GraceSeconds", "600", .. args,
        ]);
        var before = Scrape.OfProcess();
        await app.StartAsync();
        return new TestServer(app, before);
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Waits until something is so, and fails the test when that takes far longer than it ever should.</summary>
    public static async Task UntilAsync(Func<bool> condition, string what)
    {
        using var timeout = new CancellationTokenSource(s_patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!condition())
        {
            Assert.False(timeout.IsCancellationRequested, $"Not within {s_patience}: {what}.");
            await timer.WaitForNextTickAsync();
        }
    }

    public async Task StopAsync()
    {
        _isStopped = true;
        await _app.StopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_isStopped)
        {
            await StopAsync();
        }

        await _app.DisposeAsync();
    }
}
