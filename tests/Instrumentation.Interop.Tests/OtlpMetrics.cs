using System.Buffers.Binary;
using System.Globalization;

namespace Instrumentation.Interop.Tests;

/// <summary>Reads an <c>ExportMetricsServiceRequest</c>; field numbers are those of opentelemetry/proto/metrics/v1/metrics.proto.</summary>
internal static class OtlpMetrics
{
    internal static List<OtlpPoint> Parse(ReadOnlySpan<byte> request)
    {
        var points = new List<OtlpPoint>();
        Descend(request, [1, 2, 2], points);
        return points;
    }

    /// <summary>Request → resource_metrics (1) → scope_metrics (2) → metrics (2).</summary>
    private static void Descend(ReadOnlySpan<byte> message, ReadOnlySpan<int> path, List<OtlpPoint> points)
    {
        if (path.IsEmpty)
        {
            ReadMetric(message, points);
            return;
        }

        for (var reader = new ProtobufReader(message); reader.Read();)
        {
            if (reader.Field == path[0])
            {
                Descend(reader.Bytes, path[1..], points);
            }
        }
    }

    private static void ReadMetric(ReadOnlySpan<byte> metric, List<OtlpPoint> points)
    {
        var (name, unit) = ("", "");
        for (var reader = new ProtobufReader(metric); reader.Read();)
        {
            switch (reader.Field)
            {
                case 1:
                    name = reader.Text;
                    break;
                case 3:
                    unit = reader.Text;
                    break;
                case 5 or 7 or 9:
                    ReadPoints(reader.Bytes, name, unit, reader.Field switch { 5 => "gauge", 7 => "sum", _ => "histogram" }, points);
                    break;
            }
        }
    }

    private static void ReadPoints(ReadOnlySpan<byte> data, string name, string unit, string kind, List<OtlpPoint> points)
    {
        for (var reader = new ProtobufReader(data); reader.Read();)
        {
            // is_monotonic may come before the points or after them.
            kind = kind == "sum" && reader.Field == 3 && reader.Number == 1 ? "counter" : kind;
        }

        for (var reader = new ProtobufReader(data); reader.Read();)
        {
            if (reader.Field == 1)
            {
                points.Add(kind == "histogram" ? ReadHistogram(reader.Bytes, name, unit) : ReadNumber(reader.Bytes, name, unit, kind));
            }
        }
    }

    private static OtlpPoint ReadNumber(ReadOnlySpan<byte> data, string name, string unit, string kind)
    {
        var point = new OtlpPoint(name, unit, kind, new(StringComparer.Ordinal));
        for (var reader = new ProtobufReader(data); reader.Read();)
        {
            point = reader.Field switch
            {
                4 => point with { Value = reader.Real },
                6 => point with { Value = (long)reader.Number },
                _ => point,
            };
            if (reader.Field == 7)
            {
                ReadAttribute(reader.Bytes, point.Attributes);
            }
        }

        return point;
    }

    private static OtlpPoint ReadHistogram(ReadOnlySpan<byte> data, string name, string unit)
    {
        var point = new OtlpPoint(name, unit, "histogram", new(StringComparer.Ordinal));
        var (buckets, bounds) = (new List<long>(), new List<double>());
        for (var reader = new ProtobufReader(data); reader.Read();)
        {
            switch (reader.Field)
            {
                case 4:
                    point = point with { Count = (long)reader.Number };
                    break;
                case 5:
                    point = point with { Sum = reader.Real };
                    break;
                case 6:
                    for (var rest = reader.Bytes; !rest.IsEmpty; rest = rest[8..])
                    {
                        buckets.Add(BinaryPrimitives.ReadInt64LittleEndian(rest));
                    }

                    break;
                case 7:
                    for (var rest = reader.Bytes; !rest.IsEmpty; rest = rest[8..])
                    {
                        bounds.Add(BinaryPrimitives.ReadDoubleLittleEndian(rest));
                    }

                    break;
                case 9:
                    ReadAttribute(reader.Bytes, point.Attributes);
                    break;
            }
        }

        return point with { Buckets = buckets, Bounds = bounds };
    }

    private static void ReadAttribute(ReadOnlySpan<byte> pair, SortedDictionary<string, string> attributes)
    {
        var key = "";
        for (var reader = new ProtobufReader(pair); reader.Read();)
        {
            if (reader.Field == 1)
            {
                key = reader.Text;
            }
            else
            {
                var value = new ProtobufReader(reader.Bytes);
                attributes[key] = !value.Read() ? "" : value.Field switch
                {
                    1 => value.Text,
                    2 => value.Number == 0 ? "false" : "true",
                    3 => ((long)value.Number).ToString(CultureInfo.InvariantCulture),
                    4 => value.Real.ToString(CultureInfo.InvariantCulture),
                    _ => "?",
                };
            }
        }
    }
}
