using Microsoft.AspNetCore.Http;

namespace Instrumentation.AspNetCore.Api.Endpoints;

/// <summary><c>/-/healthy</c> and <c>/-/ready</c>, by which clients see whether a server is there. Whoever gets an answer has one that is.</summary>
internal static class StateEndpoints
{
    internal static Task HealthyAsync(HttpContext context) => AnswerAsync(context, "Prometheus Server is Healthy.\n");

    internal static Task ReadyAsync(HttpContext context) => AnswerAsync(context, "Prometheus Server is Ready.\n");

    private static Task AnswerAsync(HttpContext context, string text)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.WriteAsync(text, context.RequestAborted);
    }
}
