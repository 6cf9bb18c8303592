using Instrumentation.AspNetCore.Api.Answers;
using Instrumentation.AspNetCore.Api.Requests;
using Instrumentation.PromQL.Parsing;

namespace Instrumentation.AspNetCore.Api.Endpoints;

/// <summary><c>/query</c>, <c>/query_range</c> and <c>/format_query</c>.</summary>
internal static class QueryEndpoints
{
    internal static async ValueTask<ApiAnswer> Instant(PrometheusApi api, ApiRequest request, CancellationToken cancellation)
    {
        var limit = request.Limit();
        var time = request.Time("time", api.Now);
        var (timeout, lookback) = Patience(request);
        var parsed = Parse(request);
        api.Wishes.Note(parsed.Expression!);
        var result = await api.Queries.RunAsync(
            parsed, timeout, lookback, (query, token) => query.EvaluateInstant(api.Samples, time, token), cancellation).ConfigureAwait(false);
        return QueryAnswer.Of(result, parsed.Text, limit);
    }

    internal static async ValueTask<ApiAnswer> Range(PrometheusApi api, ApiRequest request, CancellationToken cancellation)
    {
        var limit = request.Limit();
        var start = request.RequiredTime("start");
        var end = request.RequiredTime("end");
        if (end < start)
        {
            throw ApiException.BadParameter("end", "end timestamp must not be before start time");
        }

        var step = request.Duration("step") ?? throw ApiException.BadParameter("step", "cannot parse \"\" to a valid duration");
        if (step <= 0)
        {
            throw ApiException.BadParameter("step", "zero or negative query resolution step widths are not accepted. Try a positive integer");
        }

        if ((end - start) / step > QueryRunner.MostPoints)
        {
            throw ApiException.BadData("exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution (?step=XX)");
        }

        var (timeout, lookback) = Patience(request);
        var parsed = Parse(request);
        if (parsed.Expression!.Kind is not (ValueKind.Scalar or ValueKind.InstantVector))
        {
            throw ApiException.BadParameter(
                "query", $"invalid expression type \"{Name(parsed.Expression.Kind)}\" for range query, must be Scalar or instant Vector");
        }

        api.Wishes.Note(parsed.Expression);
        var result = await api.Queries.RunAsync(
            parsed, timeout, lookback, (query, token) => query.EvaluateRange(api.Samples, start, end, step, token), cancellation).ConfigureAwait(false);
        return QueryAnswer.Of(result, parsed.Text, limit);
    }

    internal static ValueTask<ApiAnswer> Format(PrometheusApi api, ApiRequest request, CancellationToken cancellation)
    {
        var text = Parse(request).Expression!.ToString();
        return new(ApiAnswer.Of(writer => writer.Json.WriteStringValue(text)));
    }

    /// <exception cref="ApiException">The query is wrong.</exception>
    internal static ParseResult Parse(ApiRequest request)
    {
        var text = request.Text("query");
        var parsed = PromQLParser.Parse(text);
        return parsed.Success ? parsed : throw ApiException.BadParameter("query", parsed.Errors[0].Describe(text));
    }

    private static (TimeSpan? Timeout, TimeSpan? Lookback) Patience(ApiRequest request)
    {
        var lookback = request.Duration("lookback_delta");
        if (lookback <= 0)
        {
            throw ApiException.BadParameter("lookback_delta", "lookback delta must be positive");
        }

        return (Span(request.Duration("timeout")), Span(lookback));
    }

    // A day is longer than any limit here, and milliseconds of the widest range would not fit.
    private static TimeSpan? Span(long? milliseconds) =>
        milliseconds is { } value ? TimeSpan.FromMilliseconds(Math.Clamp(value, 0, (long)TimeSpan.FromDays(36_500).TotalMilliseconds)) : null;

    private static string Name(ValueKind kind) => kind == ValueKind.String ? "string" : "range vector";
}
