using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;

namespace Instrumentation.Interop.Tests;

/// <summary>What an OpenTelemetry collector is to the SDK: it takes exports over HTTP, and keeps the last one.</summary>
public sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private volatile List<OtlpPoint> _last = [];

    private OtlpReceiver(WebApplication app) => _app = app;

    public static async Task<OtlpReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var receiver = new OtlpReceiver(app);
        app.MapPost("/v1/metrics", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            receiver._last = OtlpMetrics.Parse(body.ToArray());
            return Results.Bytes([], "application/x-protobuf");
        });
        await app.StartAsync();
        return receiver;
    }

    /// <summary>The SDK with its own exporter, listening to a meter from now on.</summary>
    public MeterProvider Listen(string meter) => Sdk.CreateMeterProviderBuilder()
        .AddMeter(meter)
        .AddOtlpExporter((exporter, reader) =>
        {
            exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
            exporter.Endpoint = new Uri(new Uri(_app.Urls.First()), "/v1/metrics");
            reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = int.MaxValue;
        })
        .Build();

    /// <summary>What one collection of the provider sends.</summary>
    public List<OtlpPoint> Receive(MeterProvider provider)
    {
        _last = [];
        Assert.True(provider.ForceFlush(), "The export failed.");
        return _last;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
