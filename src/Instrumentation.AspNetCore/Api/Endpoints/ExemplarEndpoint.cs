using Instrumentation.Alerting.History;
using Instrumentation.AspNetCore.Api.Answers;
using Instrumentation.AspNetCore.Api.Requests;
using Instrumentation.Metrics;

namespace Instrumentation.AspNetCore.Api.Endpoints;

/// <summary><c>/query_exemplars</c>: the exemplars of the series that a query reads.</summary>
internal static class ExemplarEndpoint
{
    internal static ValueTask<ApiAnswer> Handle(PrometheusApi api, ApiRequest request, CancellationToken cancellation)
    {
        var start = request.Time("start", long.MinValue / 4);
        var end = request.Time("end", long.MaxValue / 4);
        if (end < start)
        {
            throw ApiException.BadParameter("end", "end timestamp must not be before start timestamp");
        }

        var query = QueryEndpoints.Parse(request).Expression!;
        api.Wishes.Note(query);
        var found = api.Alerts.FindExemplars(query, Point(start), Point(end));
        return new(new ApiAnswer(async writer =>
        {
            writer.Json.WriteStartArray();
            foreach (var series in found)
            {
                Write(writer, series);
                await writer.SendSomeAsync().ConfigureAwait(false);
            }

            writer.Json.WriteEndArray();
        }));
    }

    private static void Write(ApiWriter writer, ExemplarSeries series)
    {
        writer.Json.WriteStartObject();
        writer.Labels("seriesLabels", series.Series);
        writer.Json.WriteStartArray("exemplars");
        foreach (var exemplar in series.Exemplars)
        {
            Write(writer, exemplar);
        }

        writer.Json.WriteEndArray();
        writer.Json.WriteEndObject();
    }

    private static void Write(ApiWriter writer, Exemplar exemplar)
    {
        writer.Json.WriteStartObject();
        writer.Json.WriteStartObject("labels");
        if (exemplar.TraceId != default)
        {
            // By the name of the first Grafana finds the trace.
            writer.Json.WriteString("trace_id", exemplar.TraceId.ToHexString());
            writer.Json.WriteString("span_id", exemplar.SpanId.ToHexString());
        }

        foreach (var (name, value) in exemplar.Labels)
        {
            writer.Text(name, value);
        }

        writer.Json.WriteEndObject();
        writer.Json.WriteString("value", ApiNumbers.Format(exemplar.Value));
        writer.Json.WritePropertyName("timestamp");
        writer.Json.WriteNumberValue(ApiNumbers.Seconds(exemplar.Time.ToUnixTimeMilliseconds()));
        writer.Json.WriteEndObject();
    }

    // What clients send for "from the beginning" lies before what .NET has a time for.
    private static DateTimeOffset Point(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(
        Math.Clamp(milliseconds, DateTimeOffset.MinValue.ToUnixTimeMilliseconds(), DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()));
}
