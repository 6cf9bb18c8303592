using System.Globalization;
using Instrumentation.AspNetCore.Api.Answers;
using Instrumentation.AspNetCore.Api.Requests;
using Instrumentation.Metrics;

namespace Instrumentation.AspNetCore.Api.Endpoints;

/// <summary><c>/metadata</c>: kind, help and unit of the metrics of this process.</summary>
internal static class MetadataEndpoint
{
    internal static ValueTask<ApiAnswer> Handle(PrometheusApi api, ApiRequest request, CancellationToken cancellation)
    {
        var limit = Limit(request, "limit");
        Limit(request, "limit_per_metric"); // There is one entry for each metric; the parameter only has to be a number.
        var wanted = request.Text("metric");
        return new(new ApiAnswer(async writer =>
        {
            var json = writer.Json;
            using var snapshot = InstrumentRegistry.Default.Snapshot();
            json.WriteStartObject();
            foreach (var family in snapshot.Families.Where(family => wanted.Length == 0 || family.Name == wanted).Take(limit))
            {
                json.WriteStartArray(family.Name);
                json.WriteStartObject();
                json.WriteString("type", Type(family.Kind));
                json.WriteString("help", family.Help);
                json.WriteString("unit", family.Unit ?? "");
                json.WriteEndObject();
                json.WriteEndArray();
                await writer.SendSomeAsync().ConfigureAwait(false);
            }

            json.WriteEndObject();
        }));
    }

    // Here, unlike everywhere else, below zero stands for all and zero for none.
    private static int Limit(ApiRequest request, string name)
    {
        var text = request.Text(name);
        return text.Length == 0 ? int.MaxValue
            : !int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var limit) ? throw ApiException.BadData($"{name} must be a number")
            : limit < 0 ? int.MaxValue
            : limit;
    }

    // An up-down counter is a gauge to Prometheus, which has no word for it.
    private static string Type(MetricKind kind) => kind switch
    {
        MetricKind.Counter => "counter",
        MetricKind.Histogram => "histogram",
        _ => "gauge",
    };
}
