using System.Globalization;
using System.IO.Compression;
using System.Net;
using Instrumentation.Metrics;
using Instrumentation.Monitoring;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Instrumentation.AspNetCore.Tests;

public sealed class EndpointTests
{
    [Theory]
    [InlineData(TestApp.PrometheusAccept, "application/openmetrics-text; version=1.0.0; charset=utf-8", true)]
    [InlineData("text/plain;version=0.0.4", "text/plain; version=0.0.4; charset=utf-8", false)]
    [InlineData(null, "text/plain; version=0.0.4; charset=utf-8", false)]
    public async Task FormatIsByAccept(string? accept, string contentType, bool hasEnd)
    {
        InstrumentRegistry.Default.Counter("endpoint_formats_total", "Formats.").Add(2);
        await using var app = await TestApp.StartAsync();
        using var response = await app.GetAsync("/metrics", accept);
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(contentType, response.Content.Headers.ContentType!.ToString());
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Equal(["Accept", "Accept-Encoding"], response.Headers.Vary);
        Assert.Contains("endpoint_formats_total ", text, StringComparison.Ordinal);
        Assert.Equal(hasEnd, text.EndsWith("# EOF\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task GzipIsSentToThoseWhoTakeItAndHoldsTheSame()
    {
        await using var app = await TestApp.StartAsync();
        InstrumentRegistry.Default.Counter("endpoint_gzip_total", "Compressed.").Increment();
        using var zipped = await app.GetAsync("/metrics?name[]=endpoint_gzip_total", TestApp.PrometheusAccept, "gzip");
        using var plain = await app.GetAsync("/metrics?name[]=endpoint_gzip_total", TestApp.PrometheusAccept);
        Assert.Equal(["gzip"], zipped.Content.Headers.ContentEncoding);
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        await using var stream = new GZipStream(await zipped.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var reader = new StreamReader(stream);
        var text = await reader.ReadToEndAsync();
        Assert.Equal(await plain.Content.ReadAsStringAsync(), text);
        Assert.Contains("endpoint_gzip_total 1\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HeadHasTheHeadersAndNoBody()
    {
        await using var app = await TestApp.StartAsync();
        foreach (var path in (string[])["/metrics", "/health"])
        {
            using var response = await app.GetAsync(path, method: HttpMethod.Head);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.NotNull(response.Content.Headers.ContentType);
            Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task RepeatedNameChoosesFamilies()
    {
        foreach (var name in (string[])["endpoint_first_total", "endpoint_second_total", "endpoint_third_total"])
        {
            InstrumentRegistry.Default.Counter(name, "Chosen.").Increment();
        }

        await using var app = await TestApp.StartAsync();
        var text = await app.Http.GetStringAsync("/metrics?name[]=endpoint_first_total&name%5B%5D=endpoint_third_total&name[]=absent");
        var samples = text.Split('\n').Where(static line => line.Length > 0 && line[0] != '#');
        Assert.Equal(["endpoint_first_total 1", "endpoint_third_total 1"], samples);
    }

    [Fact]
    public async Task OtherMethodsAreRefused()
    {
        await using var app = await TestApp.StartAsync();
        using var response = await app.Http.PostAsync("/metrics", null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Fact]
    public async Task HealthSaysThatTheProcessIsAlive()
    {
        await using var app = await TestApp.StartAsync();
        using var response = await app.GetAsync("/health");
        Assert.Equal("""{"status":"healthy"}""", await response.Content.ReadAsStringAsync());
        Assert.Equal("application/json", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task ConcurrentScrapesSeeCountersThatOnlyGrowAndTheExactSumAtTheEnd()
    {
        const int Writers = 4;
        const int Adds = 200_000;
        var counter = InstrumentRegistry.Default.Counter("endpoint_hammered_total", "Hammered.", Label.ForBool("critical"));
        await using var app = await TestApp.StartAsync();
        var writers = Enumerable.Range(0, Writers).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < Adds; i++)
            {
                counter.Increment((i & 1) == 0);
            }
        })).ToArray();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var last = 0.0;
            for (var i = 0; i < 25; i++)
            {
                var now = await ReadAsync(app);
                Assert.True(now >= last, $"{now} after {last}");
                last = now;
            }
        })));
        await Task.WhenAll(writers);
        Assert.Equal(Writers * Adds / 2, await ReadAsync(app));

        static async Task<double> ReadAsync(TestApp app)
        {
            var text = await app.Http.GetStringAsync("/metrics?name[]=endpoint_hammered_total");
            const string Sample = "endpoint_hammered_total{critical=\"true\"} ";
            var line = text.Split('\n').Single(static line => line.StartsWith(Sample, StringComparison.Ordinal));
            return double.Parse(line[Sample.Length..], CultureInfo.InvariantCulture);
        }
    }

    [Fact]
    public async Task RequireAuthorizationHoldsForBothEndpoints()
    {
        await using var app = await TestApp.StartAsync(
            static services =>
            {
                services.AddAuthentication("none").AddScheme<AuthenticationSchemeOptions, NobodyHandler>("none", null);
                services.AddAuthorization();
            },
            static app =>
            {
                app.UseAuthentication();
                app.UseAuthorization();
                app.MapInstrumentation().RequireAuthorization();
                app.MapGet("/open", static () => "open");
            });
        foreach (var (path, status) in ((string, HttpStatusCode)[])
            [("/metrics", HttpStatusCode.Unauthorized), ("/health", HttpStatusCode.Unauthorized), ("/open", HttpStatusCode.OK)])
        {
            using var response = await app.GetAsync(path);
            Assert.Equal(status, response.StatusCode);
        }
    }

    [Fact]
    public async Task PathsComeFromTheOptions()
    {
        await using var app = await TestApp.StartAsync(static services => services.AddInstrumentation(static options =>
        {
            options.MetricsPath = "/internal/metrics";
            options.HealthPath = "/livez";
        }));
        foreach (var (path, status) in ((string, HttpStatusCode)[])
            [("/internal/metrics", HttpStatusCode.OK), ("/livez", HttpStatusCode.OK), ("/metrics", HttpStatusCode.NotFound)])
        {
            using var response = await app.GetAsync(path);
            Assert.Equal(status, response.StatusCode);
        }
    }

    [Fact]
    public async Task AddressesOfTheServerAreTransportsHoweverOftenItIsMapped()
    {
        await using var app = await TestApp.StartAsync(map: static app =>
        {
            app.MapInstrumentation();
            app.MapGroup("/again").MapInstrumentation();
        });
        var snapshot = app.Services.GetRequiredService<IPerformanceMonitor>().GetSnapshot();
        Assert.Equal((1, 1, 1L), (snapshot.TransportCount, snapshot.ServiceCount, snapshot.StartCount));
    }

    [Fact]
    public void WithoutAddInstrumentationTheErrorSaysWhatToDo()
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        var exception = Assert.Throws<InvalidOperationException>(() => app.MapInstrumentation());
        Assert.Equal("MapInstrumentation needs its services: call builder.Services.AddInstrumentation() first.", exception.Message);
    }
}
