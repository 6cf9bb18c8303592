using System.IO.Compression;
using System.Text;
using Instrumentation.Exposition;
using Instrumentation.Metrics;
using Microsoft.Extensions.Logging;

namespace Instrumentation.Hosting.Server;

/// <summary>What is answered to which request, apart from how it travels.</summary>
internal sealed class ServerContent(string metricsPath, string healthPath, InstrumentRegistry registry, ILogger logger)
{
    private const string PlainText = "text/plain; charset=utf-8";

    internal string MetricsPath { get; } = metricsPath;

    /// <summary>Writes the body and returns what goes before it. Never throws: what goes wrong is a 500.</summary>
    internal Response Respond(RequestHead request, PooledBuffer body)
    {
        var isMetrics = string.Equals(request.Path, MetricsPath, StringComparison.OrdinalIgnoreCase);
        if (!isMetrics && !string.Equals(request.Path, healthPath, StringComparison.OrdinalIgnoreCase))
        {
            return Refuse(404, body);
        }

        if (request.Method is not ("GET" or "HEAD"))
        {
            return Refuse(405, body);
        }

        try
        {
            return isMetrics ? Scrape(request, body) : Health(body);
        }
        catch (Exception exception)
        {
            ServerLog.ConnectionFailed(logger, 0, exception);
            body.Clear();
            return Refuse(500, body);
        }
    }

    /// <summary>An error, with its reason as the body.</summary>
    internal static Response Refuse(int status, PooledBuffer body)
    {
        body.Clear();
        Encoding.UTF8.GetBytes($"{ResponseHead.Reason(status)}\n", body);
        return new Response(status, PlainText);
    }

    private Response Scrape(RequestHead request, PooledBuffer body)
    {
        var format = ContentNegotiation.Format(request.Accept);
        var names = ScrapeNames.FromQuery(request.Query);
        if (!ContentNegotiation.AcceptsGzip(request.AcceptEncoding))
        {
            Write(format, names, body);
            return new Response(200, format.ContentType());
        }

        using var plain = new PooledBuffer();
        Write(format, names, plain);
        using (var gzip = new GZipStream(new BufferStream(body), CompressionLevel.Fastest))
        {
            gzip.Write(plain.Written.Span);
        }

        return new Response(200, format.ContentType(), "gzip");
    }

    private void Write(ExpositionFormat format, IReadOnlyCollection<string> names, PooledBuffer output)
    {
        using var snapshot = registry.Snapshot();
        MetricsExposition.Write(snapshot, format, output, names);
    }

    private static Response Health(PooledBuffer body)
    {
        HealthReport.WriteTo(body);
        return new Response(200, HealthReport.ContentType);
    }
}
