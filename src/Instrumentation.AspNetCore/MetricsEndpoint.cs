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
        var compress = ResponseBody.NegotiateCompression(context);
        response.ContentType = format.ContentType();
        response.Headers.CacheControl = "no-store";
        response.Headers.Vary = $"{HeaderNames.Accept}, {HeaderNames.AcceptEncoding}";
        if (HttpMethods.IsHead(request.Method))
        {
            return;
        }

        var names = request.Query[NameParameter].OfType<string>().ToArray();
        try
        {
            using var snapshot = InstrumentRegistry.Default.Snapshot();
            await ResponseBody.WriteAsync(
                context, compress, output => MetricsExposition.WriteAsync(snapshot, format, output, names, context.RequestAborted)).ConfigureAwait(false);
        }
        catch (Exception exception) when (context.RequestAborted.IsCancellationRequested && exception is OperationCanceledException or IOException)
        {
            // The scraper has gone away; that is no error of the application.
        }
    }
}
