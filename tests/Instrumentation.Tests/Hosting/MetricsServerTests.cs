using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Instrumentation.Hosting;
using Instrumentation.Hosting.Server;
using Instrumentation.Metrics;
using Instrumentation.Tests.Monitoring;
using Microsoft.Extensions.Logging.Abstractions;

namespace Instrumentation.Tests.Hosting;

public sealed class MetricsServerTests : IAsyncDisposable
{
    private readonly InstrumentRegistry _registry = new();
    private readonly MetricsServerOptions _options = new() { Port = 0, MaxConnections = 2 };
    private readonly ManualTime _time = new();
    private readonly HttpClient _http = new();
    private MetricsServer? _server;

    private MetricsServer Server => _server ??= Start(_time);

    private Uri Address => new($"http://127.0.0.1:{Server.Endpoints[0].Port}/");

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    [Fact]
    public async Task ScrapeHasTheValuesInEitherFormat()
    {
        _registry.Counter("shots_total", "Shots.").Add(3);
        using var plain = await _http.GetAsync(new Uri(Address, "metrics"));
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", plain.Content.Headers.ContentType!.ToString());
        Assert.Equal("no-store", plain.Headers.CacheControl!.ToString());
        Assert.Contains("\nshots_total 3\n", await plain.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Address, "metrics?name[]=shots_total&name%5B%5D=absent"));
        request.Headers.Add("Accept", "application/openmetrics-text;version=1.0.0");
        request.Headers.Add("Accept-Encoding", "gzip");
        using var open = await _http.SendAsync(request);
        Assert.Equal("application/openmetrics-text; version=1.0.0; charset=utf-8", open.Content.Headers.ContentType!.ToString());
        Assert.Equal(["gzip"], open.Content.Headers.ContentEncoding);
        await using var unzipped = new GZipStream(await open.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var reader = new StreamReader(unzipped);
        Assert.Equal("# HELP shots Shots.\n# TYPE shots counter\nshots_total 3\n# EOF\n", OrderIgnored(await reader.ReadToEndAsync()));
    }

    [Fact]
    public async Task HealthSaysThatTheProcessIsAlive()
    {
        using var response = await _http.GetAsync(new Uri(Address, "health"));
        Assert.Equal("application/json", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("""{"status":"healthy"}""", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("GET /nothing HTTP/1.1\r\nHost: a\r\n\r\n", "HTTP/1.1 404 Not Found")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\n\r\n", "HTTP/1.1 404 Not Found")]
    [InlineData("POST /metrics HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc", "HTTP/1.1 405 Method Not Allowed")]
    [InlineData("GET /metrics HTTP/1.1\r\n\r\n", "HTTP/1.1 400 Bad Request")]
    [InlineData("GET /metrics HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "HTTP/1.1 400 Bad Request")]
    [InlineData("GET /metrics HTTP/1.1\r\nHost : a\r\n\r\n", "HTTP/1.1 400 Bad Request")]
    [InlineData("GET /metrics HTTP/1.1\r\nHost: a\r\n folded: b\r\n\r\n", "HTTP/1.1 400 Bad Request")]
    [InlineData("GET  /metrics HTTP/1.1\r\nHost: a\r\n\r\n", "HTTP/1.1 400 Bad Request")]
    [InlineData("\u0016\u0003\u0001\r\n\r\n", "HTTP/1.1 400 Bad Request")]
    [InlineData("GET /metrics HTTP/2.0\r\nHost: a\r\n\r\n", "HTTP/1.1 505 HTTP Version Not Supported")]
    [InlineData("GET /health HTTP/1.0\r\n\r\n", "HTTP/1.1 200 OK")]
    [InlineData("\r\n\r\nGET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "HTTP/1.1 200 OK")]
    public async Task StatusLineIs(string request, string expected)
    {
        using var client = await ConnectAsync();
        await SendAsync(client, request);
        Assert.Equal(expected, await ReadLineAsync(client));
    }

    [Fact]
    public async Task HeadThatNeverEndsIsRefused()
    {
        using var client = await ConnectAsync();
        await SendAsync(client, "GET /metrics HTTP/1.1\r\nHost: a\r\nX: " + new string('x', 16 * 1024));
        Assert.Equal("HTTP/1.1 431 Request Header Fields Too Large", await ReadLineAsync(client));
    }

    [Fact]
    public async Task SlowRequestIsEndedWhenItsTimeIsUpHoweverOftenAByteComes()
    {
        _options.RequestTimeout = TimeSpan.FromSeconds(2);
        await using var server = Start(TimeProvider.System);
        using var client = await ConnectAsync(server);
        await SendAsync(client, "GET /metrics HTTP/1.1\r\nHost: ");
        for (var sent = 0; client.Available == 0; sent++)
        {
            Assert.True(sent < 6_000, "The server reads on and on.");
            await SendAsync(client, "a");
            await Task.Delay(10);
        }

        Assert.Equal("HTTP/1.1 408 Request Timeout", await ReadLineAsync(client));
    }

    [Fact]
    public async Task OneConnectionTooManyIsAnswered503AndAFreedOneServesAgain()
    {
        using var first = await ConnectAsync();
        using var second = await ConnectAsync();
        foreach (var client in (Socket[])[first, second])
        {
            await SendAsync(client, "GET /health HTTP/1.1\r\nHost: a\r\n\r\n");
            Assert.Equal("HTTP/1.1 200 OK", await ReadLineAsync(client));
        }

        using (var third = await ConnectAsync())
        {
            Assert.Equal("HTTP/1.1 503 Service Unavailable", await ReadLineAsync(third));
        }

        first.Dispose();
        var answer = "";
        for (var attempt = 0; attempt < 6_000 && answer != "HTTP/1.1 200 OK"; attempt++)
        {
            using var next = await ConnectAsync();
            await SendAsync(next, "GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            answer = await ReadLineAsync(next);
            await Task.Delay(10);
        }

        Assert.Equal("HTTP/1.1 200 OK", answer);
    }

    [Fact]
    public async Task PipelinedRequestsAreAnsweredInTurnAndHeadHasNoBody()
    {
        using var client = await ConnectAsync();
        await SendAsync(client, "HEAD /health HTTP/1.1\r\nHost: a\r\n\r\n\r\nGET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        var all = await ReadAllAsync(client);
        Assert.Equal(2, all.Split("HTTP/1.1 200 OK").Length - 1);
        Assert.Equal(2, all.Split("Content-Length: 20").Length - 1);
        Assert.EndsWith("""{"status":"healthy"}""", all, StringComparison.Ordinal);
        Assert.Equal(1, all.Split("healthy").Length - 1);
    }

    [Fact]
    public async Task StopEndsConnectionsThatWait()
    {
        using var client = await ConnectAsync();
        await SendAsync(client, "GET /health HTTP/1.1\r\nHost: a\r\n\r\n");
        await ReadLineAsync(client);
        await Server.DisposeAsync().AsTask().Soon();
        _server = null;
        await ReadAllAsync(client);
    }

    private static string OrderIgnored(string text) => text.StartsWith("# TYPE", StringComparison.Ordinal)
        ? text.Replace("# TYPE shots counter\n# HELP shots Shots.\n", "# HELP shots Shots.\n# TYPE shots counter\n", StringComparison.Ordinal)
        : text;

    private static async Task SendAsync(Socket client, string text) => await client.SendAsync(Encoding.Latin1.GetBytes(text));

    private static async Task<string> ReadLineAsync(Socket client)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (await client.ReceiveAsync(one.AsMemory()).AsTask().Soon() == 1 && one[0] != '\n')
        {
            line.Append((char)one[0]);
        }

        return line.ToString().TrimEnd('\r');
    }

    private static async Task<string> ReadAllAsync(Socket client)
    {
        await using var stream = new NetworkStream(client);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync().Soon();
    }

    private Task<Socket> ConnectAsync() => ConnectAsync(Server);

    private static async Task<Socket> ConnectAsync(MetricsServer server)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, server.Endpoints[0].Port));
        return socket;
    }

    private MetricsServer Start(TimeProvider time)
    {
        var server = new MetricsServer(_options, new ServerContent("/metrics", "/health", _registry, NullLogger.Instance), time, NullLogger.Instance);
        server.Start();
        return server;
    }
}
