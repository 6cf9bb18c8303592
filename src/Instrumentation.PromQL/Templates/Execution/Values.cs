using Instrumentation.PromQL.Evaluation;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Templates.Execution;

/// <summary>What values are to a template: their members, elements, truth and kind, as Go has them.</summary>
internal static class Values
{
    /// <summary>A field, or a method called with arguments.</summary>
    public static object? Member(object? value, string name, IReadOnlyList<object?> arguments) => value switch
    {
        DateTimeOffset time => GoMethods.Call(time, name, arguments),
        TimeSpan duration => GoMethods.Call(duration, name, arguments),
        GoName named => GoMethods.Call(named, name, arguments),
        _ when arguments.Count > 0 => throw new TemplateException($"{name} has arguments but cannot be invoked as function"),
        _ => Field(value, name),
    };

    public static object? Field(object? value, string field) => value switch
    {
        DateTimeOffset or TimeSpan or GoName => Member(value, field, []),
        TemplateData data => field switch
        {
            "Labels" => data.Labels,
            "ExternalLabels" => data.ExternalLabels,
            "ExternalURL" => data.ExternalUrl,
            "Value" => data.Value,
            _ => throw new TemplateException($"can't evaluate field {field}"),
        },
        Labels labels => labels.Get(field),
        VectorSample sample => field switch
        {
            "Labels" => sample.Labels,
            "Value" => sample.Value,
            _ => throw new TemplateException($"can't evaluate field {field} of a sample; there are Labels and Value"),
        },
        IReadOnlyDictionary<string, object?> map => map.GetValueOrDefault(field),
        null => throw new TemplateException($"nil data; no entry for key \"{field}\""),
        _ => throw new TemplateException($"can't evaluate field {field} in type {Type(value)}"),
    };

    public static IEnumerable<(object? Key, object? Value)> Elements(object? value)
    {
        switch (value)
        {
            case null:
                yield break;
            case Labels labels:
                foreach (var label in labels.Span.ToArray())
                {
                    yield return (label.Name, label.Value);
                }

                break;
            case IReadOnlyList<VectorSample> samples:
                for (var i = 0; i < samples.Count; i++)
                {
                    yield return ((long)i, samples[i]);
                }

                break;
            case IReadOnlyDictionary<string, object?> map:
                foreach (var (key, element) in map.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
                {
                    yield return (key, element);
                }

                break;
            case long count:
                for (var i = 0L; i < count; i++)
                {
                    yield return (i, i);
                }

                break;
            default:
                throw new TemplateException($"range can't iterate over {GoPrint.Text(value)}");
        }
    }

    public static bool IsTrue(object? value) => value switch
    {
        null => false,
        bool truth => truth,
        string text => text.Length > 0,
        long number => number != 0,
        double number => number != 0,
        GoName named => named.Number != 0,
        TimeSpan duration => duration != TimeSpan.Zero,
        Labels labels => labels.Count > 0,
        IReadOnlyList<VectorSample> samples => samples.Count > 0,
        IReadOnlyDictionary<string, object?> map => map.Count > 0,
        _ => true,
    };

    public static int Length(object? value) => value switch
    {
        string text => System.Text.Encoding.UTF8.GetByteCount(text),
        Labels labels => labels.Count,
        IReadOnlyList<VectorSample> samples => samples.Count,
        IReadOnlyDictionary<string, object?> map => map.Count,
        null => throw new TemplateException("len of nil pointer"),
        _ => throw new TemplateException($"len of type {Type(value)}"),
    };

    public static string Type(object? value) => value switch
    {
        null => "nil",
        string => "string",
        bool => "bool",
        long => "int",
        double => "float64",
        DateTimeOffset => "time.Time",
        TimeSpan => "time.Duration",
        GoName named => named.Type,
        Labels => "map[string]string",
        VectorSample => "*template.sample",
        IReadOnlyList<VectorSample> => "template.queryResult",
        IReadOnlyDictionary<string, object?> => "map[string]interface {}",
        _ => "struct",
    };

    public static string Text(object? value, string function) =>
        value as string ?? throw new TemplateException($"error calling {function}: wrong type for value; expected string; got {Type(value)}");

    /// <summary>A number, or a text that is one (ConvertToFloat in prometheus/common).</summary>
    public static double Number(object? value, string function)
    {
        switch (value)
        {
            case double number:
                return number;
            case long number:
                return number;
            case TimeSpan duration:
                return duration.TotalSeconds;
            case string text:
                return GoFloat.TryParse(text, out var parsed)
                    ? parsed
                    : throw new TemplateException($"error calling {function}: strconv.ParseFloat: parsing \"{text}\": invalid syntax");
            default:
                throw new TemplateException($"error calling {function}: can't convert {Type(value)} to float");
        }
    }
}
