using Instrumentation.AspNetCore.Api.Answers;
using Instrumentation.AspNetCore.Api.Requests;

namespace Instrumentation.AspNetCore.Api.Endpoints;

/// <summary><c>/series</c>, <c>/labels</c> and <c>/label/{name}/values</c>.</summary>
internal static class SeriesEndpoints
{
    internal static ValueTask<ApiAnswer> Series(PrometheusApi api, ApiRequest request, CancellationToken cancellation)
    {
        var limit = request.Limit();
        var filter = new SeriesFilter(request);
        if (!filter.HasSelectors)
        {
            throw ApiException.BadData("no match[] parameter provided");
        }

        var found = filter.Find(api.Samples, cancellation);
        return new(new ApiAnswer(async writer =>
        {
            writer.Json.WriteStartArray();
            foreach (var labels in found.Order().Take(limit))
            {
                writer.Labels(labels);
                await writer.SendSomeAsync().ConfigureAwait(false);
            }

            writer.Json.WriteEndArray();
        })
        {
            Warnings = found.Count > limit ? [ApiAnswer.Truncated] : [],
        });
    }

    internal static ValueTask<ApiAnswer> LabelNames(PrometheusApi api, ApiRequest request, CancellationToken cancellation)
    {
        var limit = request.Limit();
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var labels in new SeriesFilter(request).Find(api.Samples, cancellation))
        {
            foreach (ref readonly var label in labels.Span)
            {
                names.Add(label.Name);
            }
        }

        return new(ApiAnswer.OfTexts(names, limit));
    }

    internal static ApiHandler LabelValues(string name) => (api, request, cancellation) =>
    {
        var label = EscapedName.Decode(name);
        if (label.Length == 0)
        {
            throw ApiException.BadData($"invalid label name: {ApiRequest.Quote(name)}");
        }

        var limit = request.Limit();
        var values = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var labels in new SeriesFilter(request).Find(api.Samples, cancellation))
        {
            if (labels.Get(label) is { Length: > 0 } value)
            {
                values.Add(value);
            }
        }

        return new(ApiAnswer.OfTexts(values, limit));
    };
}
