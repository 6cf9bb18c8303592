using Instrumentation.PromQL.Evaluation;
using Instrumentation.PromQL.Histograms;
using Instrumentation.PromQL.Parsing;

namespace Instrumentation.AspNetCore.Api.Answers;

/// <summary>The result of a query as JSON (web/api/v1/json_codec.go).</summary>
internal static class QueryAnswer
{
    /// <summary>Most annotations of each level, as Prometheus has it; of more only the number is told.</summary>
    private const int MostAnnotations = 10;

    internal static ApiAnswer Of(QueryResult result, string query, int limit)
    {
        var count = result.Kind switch { ValueKind.InstantVector => result.Vector.Count, ValueKind.RangeVector => result.Matrix.Count, _ => 0 };
        var warnings = Texts(result, query, AnnotationLevel.Warning);
        return new ApiAnswer(writer => WriteAsync(writer, result, limit))
        {
            Warnings = count > limit ? [.. warnings, ApiAnswer.Truncated] : warnings,
            Infos = Texts(result, query, AnnotationLevel.Info),
        };
    }

    private static List<string> Texts(QueryResult result, string query, AnnotationLevel level)
    {
        var texts = result.Annotations.Where(annotation => annotation.Level == level).Select(annotation => annotation.Describe(query)).ToList();
        if (texts.Count > MostAnnotations)
        {
            var rest = texts.Count - MostAnnotations;
            texts.RemoveRange(MostAnnotations, rest);
            texts.Add($"{rest} more {(level == AnnotationLevel.Info ? "info" : "warning")} annotations omitted");
        }

        return texts;
    }

    private static async ValueTask WriteAsync(ApiWriter writer, QueryResult result, int limit)
    {
        var json = writer.Json;
        json.WriteStartObject();
        json.WriteString("resultType", result.Kind switch
        {
            ValueKind.Scalar => "scalar",
            ValueKind.String => "string",
            ValueKind.InstantVector => "vector",
            _ => "matrix",
        });
        json.WritePropertyName("result");
        json.WriteStartArray();
        switch (result.Kind)
        {
            case ValueKind.Scalar:
                // Scalars never have an exponent in Prometheus, however large they are.
                json.WriteNumberValue(ApiNumbers.ShortSeconds(result.Time));
                json.WriteStringValue(Numbers.Format(result.Scalar));
                break;
            case ValueKind.String:
                json.WriteNumberValue(ApiNumbers.ShortSeconds(result.Time));
                writer.Text(result.Text);
                break;
            case ValueKind.InstantVector:
                foreach (var sample in result.Vector.Take(limit))
                {
                    WriteSample(writer, sample, result.Time);
                    await writer.SendSomeAsync().ConfigureAwait(false);
                }

                break;
            default:
                foreach (var series in result.Matrix.Take(limit))
                {
                    await WriteSeriesAsync(writer, series).ConfigureAwait(false);
                }

                break;
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSample(ApiWriter writer, VectorSample sample, long time)
    {
        writer.Json.WriteStartObject();
        writer.Labels("metric", sample.Labels);
        writer.Json.WritePropertyName(sample.Histogram is null ? "value" : "histogram");
        WritePoint(writer, time, sample.Value, sample.Histogram);
        writer.Json.WriteEndObject();
    }

    private static async ValueTask WriteSeriesAsync(ApiWriter writer, ResultSeries series)
    {
        writer.Json.WriteStartObject();
        writer.Labels("metric", series.Labels);
        foreach (var (property, ofHistograms) in ((string, bool)[])[("values", false), ("histograms", true)])
        {
            var isOpen = false;
            foreach (var point in series.Points)
            {
                if (point.Histogram is not null != ofHistograms)
                {
                    continue;
                }

                if (!isOpen)
                {
                    writer.Json.WriteStartArray(property);
                    isOpen = true;
                }

                WritePoint(writer, point.Time, point.Value, point.Histogram);
                await writer.SendSomeAsync().ConfigureAwait(false);
            }

            if (isOpen)
            {
                writer.Json.WriteEndArray();
            }
        }

        writer.Json.WriteEndObject();
    }

    private static void WritePoint(ApiWriter writer, long time, double value, NativeHistogram? histogram)
    {
        writer.Json.WriteStartArray();
        writer.Json.WriteNumberValue(ApiNumbers.Seconds(time));
        if (histogram is null)
        {
            writer.Json.WriteStringValue(ApiNumbers.Format(value));
        }
        else
        {
            HistogramJson.Write(writer.Json, histogram);
        }

        writer.Json.WriteEndArray();
    }
}
