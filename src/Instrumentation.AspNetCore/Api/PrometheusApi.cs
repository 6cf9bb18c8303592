using Instrumentation.Alerting;
using Instrumentation.AspNetCore.Api.Answers;
using Instrumentation.AspNetCore.Api.Requests;
using Instrumentation.PromQL.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

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
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        var compress = ResponseBody.NegotiateCompression(context);
        try
        {
            var write = await AnswerAsync(handler, context).ConfigureAwait(false);
            await ResponseBody.WriteAsync(context, compress, async output =>
            {
                using var writer = new ApiWriter(output, context.RequestAborted);
                await write(writer).ConfigureAwait(false);
                await writer.SendAsync().ConfigureAwait(false);
            }).ConfigureAwait(false);
        }
        catch (Exception exception) when (context.RequestAborted.IsCancellationRequested && exception is OperationCanceledException or IOException)
        {
            // Whoever asked has gone away; that is no error of the application.
        }
    };

    /// <returns>Writes the answer, be it an error.</returns>
    private async Task<Func<ApiWriter, ValueTask>> AnswerAsync(ApiHandler handler, HttpContext context)
    {
        try
        {
            var answer = await handler(this, await ApiRequest.ReadAsync(context).ConfigureAwait(false), context.RequestAborted).ConfigureAwait(false);
            return writer => WriteAsync(answer, writer);
        }
        catch (ApiException exception)
        {
            context.Response.StatusCode = exception.Status;
            return writer => Write(exception, writer);
        }
    }

    private static async ValueTask WriteAsync(ApiAnswer answer, ApiWriter writer)
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
    }

    private static ValueTask Write(ApiException exception, ApiWriter writer)
    {
        writer.Json.WriteStartObject();
        writer.Json.WriteString("status", "error");
        writer.Json.WriteString("errorType", exception.Type);
        writer.Text("error", exception.Message);
        writer.Json.WriteEndObject();
        return ValueTask.CompletedTask;
    }
}
