using System.IO.Compression;
using System.IO.Pipelines;
using Instrumentation.Exposition;
using Instrumentation.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Instrumentation.AspNetCore;

/// <summary>Answers a scrape. Each has a snapshot of its own, so any number may run at once.</summary>
internal static class MetricsEndpoint
{
    private const string NameParameter = "name[]";

    internal static async Task HandleAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var format = ContentNegotiation.Format(request.Headers.Accept);
        var compress = ContentNegotiation.AcceptsGzip(request.Headers.AcceptEncoding);
        response.ContentType = format.ContentType();
        response.Headers.CacheControl = "no-store";
        response.Headers.Vary = $"{HeaderNames.Accept}, {HeaderNames.AcceptEncoding}";
        if (compress)
        {
            response.Headers.ContentEncoding = "gzip";
        }

        if (HttpMethods.IsHead(request.Method))
        {
            return;
        }

        var names = request.Query[NameParameter].OfType<string>().ToArray();
        try
        {
            using var snapshot = InstrumentRegistry.Default.Snapshot();
            await (compress ? WriteCompressedAsync(snapshot, format, names, context) : WriteAsync(snapshot, format, names, context)).ConfigureAwait(false);
        }
        catch (Exception exception) when (context.RequestAborted.IsCancellationRequested && exception is OperationCanceledException or IOException)
        {
            // The scraper has gone away; that is no error of the application.
        }
    }

    private static Task WriteAsync(MetricsSnapshot snapshot, ExpositionFormat format, string[] names, HttpContext context) =>
        MetricsExposition.WriteAsync(snapshot, format, context.Response.BodyWriter, names, context.RequestAborted).AsTask();

    private static async Task WriteCompressedAsync(MetricsSnapshot snapshot, ExpositionFormat format, string[] names, HttpContext context)
    {
        // Fastest: a scrape compresses some tenfold even so, and the scraper's link is rarely the bottleneck.
        var gzip = new GZipStream(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true);
        await using (gzip.ConfigureAwait(false))
        {
            var output = PipeWriter.Create(gzip, new StreamPipeWriterOptions(leaveOpen: true));
            await MetricsExposition.WriteAsync(snapshot, format, output, names, context.RequestAborted).ConfigureAwait(false);
            await output.CompleteAsync().ConfigureAwait(false);
        }
    }
}
