using System.Text.Json;
using Instrumentation.PromQL.Histograms;

namespace Instrumentation.AspNetCore.Api.Answers;

/// <summary>A native histogram as JSON (MarshalHistogram in util/jsonutil).</summary>
internal static class HistogramJson
{
    internal static void Write(Utf8JsonWriter json, NativeHistogram histogram)
    {
        json.WriteStartObject();
        json.WriteString("count", ApiNumbers.Format(histogram.Count));
        json.WriteString("sum", ApiNumbers.Format(histogram.Sum));
        var isOpen = false;
        foreach (var bucket in HistogramBuckets.Ascending(histogram, clipToZero: false))
        {
            if (bucket.Count == 0)
            {
                continue;
            }

            if (!isOpen)
            {
                json.WriteStartArray("buckets");
                isOpen = true;
            }

            json.WriteStartArray();
            json.WriteNumberValue((bucket.LowerInclusive, bucket.UpperInclusive) switch
            {
                (false, true) => 0,
                (true, false) => 1,
                (false, false) => 2,
                (true, true) => 3,
            });
            json.WriteStringValue(ApiNumbers.Format(bucket.Lower));
            json.WriteStringValue(ApiNumbers.Format(bucket.Upper));
            json.WriteStringValue(ApiNumbers.Format(bucket.Count));
            json.WriteEndArray();
        }

        if (isOpen)
        {
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
