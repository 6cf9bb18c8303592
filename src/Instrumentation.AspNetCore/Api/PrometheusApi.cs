using Instrumentation.Alerting;
using Instrumentation.AspNetCore.Api.Answers;
using Instrumentation.AspNetCore.Api.Requests;
using Instrumentation.PromQL.Storage;
using Microsoft.AspNetCore.Http;

namespace Instrumentation.AspNetCore.Api;

/// <summary>Answers one path of the API.</summary>
internal delegate ValueTask<ApiAnswer> ApiHandler(PrometheusApi api, ApiRequest request, CancellationToken cancellation);

/// <summary>What the handlers read from.</summary>
internal sealed class PrometheusApi(ISampleSource samples, IAlerts alerts, SeriesWishes wishes, QueryRunner queries, TimeProvider time)
{
    internal ISampleSource Samples { get; } = samples;

    internal IAlerts Alerts { get; } = alerts;

    internal SeriesWishes Wishes { get; } = wishes;

    internal QueryRunner Queries { get; } = queries;

    /// <summary>Now, in milliseconds since 1970.</summary>
    internal long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>The delegate for a path.</summary>
    internal RequestDelegate Serve(ApiHandler handler) => async context =>
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        using var writer = new ApiWriter(context.Response.BodyWriter, context.RequestAborted);
        try
        {
            var answer = await AnswerAsync(handler, context).ConfigureAwait(false);
            if (answer is null)
            {
                return;
            }

            await WriteAsync(answer, writer).ConfigureAwait(false);
        }
        catch (Exception exception) when (context.RequestAborted.IsCancellationRequested && exception is OperationCanceledException or IOException)
        {
            // Whoever asked has gone away; that is no error of the application.
        }
    };

    /// <returns>Null if the request was answered with an error.</returns>
    private async Task<ApiAnswer?> AnswerAsync(ApiHandler handler, HttpContext context)
    {
        try
        {
            return await handler(this, await ApiRequest.ReadAsync(context).ConfigureAwait(false), context.RequestAborted).ConfigureAwait(false);
        }
        catch (ApiException exception)
        {
            context.Response.StatusCode = exception.Status;
            using var writer = new ApiWriter(context.Response.BodyWriter, context.RequestAborted);
            writer.Json.WriteStartObject();
            writer.Json.WriteString("status", "error");
            writer.Json.WriteString("errorType", exception.Type);
            writer.Json.WriteString("error", exception.Message);
            writer.Json.WriteEndObject();
            await writer.SendAsync().ConfigureAwait(false);
            return null;
        }
    }

    private static async Task WriteAsync(ApiAnswer answer, ApiWriter writer)
    {
        writer.Json.WriteStartObject();
        writer.Json.WriteString("status", "success");
        writer.Json.WritePropertyName("data");
        await answer.WriteAsync(writer).ConfigureAwait(false);
        if (answer.Warnings.Count > 0)
        {
            writer.Strings("warnings", answer.Warnings);
        }

        if (answer.Infos.Count > 0)
        {
            writer.Strings("infos", answer.Infos);
        }

        writer.Json.WriteEndObject();
        await writer.SendAsync().ConfigureAwait(false);
    }
}
