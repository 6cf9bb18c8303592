using System.IO.Compression;
using System.IO.Pipelines;
using Instrumentation.Exposition;
using Microsoft.AspNetCore.Http;

namespace Instrumentation.AspNetCore;

/// <summary>Writes answers, compressed for those who take it.</summary>
internal static class ResponseBody
{
    /// <summary>Sets the header by what the request accepts. To be called before anything is written.</summary>
    /// <returns>Whether to compress.</returns>
    internal static bool NegotiateCompression(HttpContext context)
    {
        var compress = ContentNegotiation.AcceptsGzip(context.Request.Headers.AcceptEncoding);
        if (compress)
        {
            context.Response.Headers.ContentEncoding = "gzip";
        }

        return compress;
    }

    /// <summary>Has the body written.</summary>
    internal static async Task WriteAsync(HttpContext context, bool compress, Func<PipeWriter, ValueTask> write)
    {
        if (!compress)
        {
            await write(context.Response.BodyWriter).ConfigureAwait(false);
            return;
        }

        // Fastest: a scrape compresses some tenfold even so, and the reader's link is rarely the bottleneck.
        var gzip = new GZipStream(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true);
        await using (gzip.ConfigureAwait(false))
        {
            var output = PipeWriter.Create(gzip, new StreamPipeWriterOptions(leaveOpen: true));
            await write(output).ConfigureAwait(false);
            await output.CompleteAsync().ConfigureAwait(false);
        }
    }
}
