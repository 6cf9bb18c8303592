using Instrumentation.Hosting;
using Microsoft.AspNetCore.Http;

namespace Instrumentation.AspNetCore;

/// <summary>Says that the process is alive.</summary>
internal static class HealthEndpoint
{
    internal static async Task HandleAsync(HttpContext context)
    {
        context.Response.ContentType = HealthReport.ContentType;
        context.Response.Headers.CacheControl = "no-store";
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        HealthReport.WriteTo(context.Response.BodyWriter);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }
}
