using System.Collections;
using System.Globalization;

namespace Instrumentation.Collectors.Meters;

/// <summary>Turns tags into labels.</summary>
internal static class TagText
{
    /// <summary>The labels of a set of tags: by name, each name once, those of an empty value left out, as Prometheus reads them.</summary>
    /// <param name="fixedTags">The tags of the meter and the instrument; those of the measurement win over them.</param>
    /// <param name="tags">The measurement's tags; of several with the very same name the last one counts.</param>
    internal static KeyValuePair<string, string>[] Labels(IEnumerable<KeyValuePair<string, object?>> fixedTags, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var byTag = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in fixedTags)
        {
            byTag[name] = Value(value);
        }

        foreach (var (name, value) in tags)
        {
            byTag[name ?? ""] = Value(value);
        }

        // 'http.method' and 'http_method' are one label here. Both values are kept, joined as OpenTelemetry says, in the order of the tags' names.
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (tag, value) in byTag)
        {
            var name = LabelName(tag);
            labels[name] = labels.TryGetValue(name, out var other) ? $"{other};{value}" : value;
        }

        return [.. labels.Where(static label => label.Value.Length > 0)];
    }

    internal static string LabelName(string tag)
    {
        var name = PrometheusName.Sanitize(tag);

        // Names that begin with two underscores are Prometheus' own, and cannot come out of the above; 'le' is that of a histogram's buckets, 'quantile' that of a summary,
        // and linters object to any other metric that has one.
        return name is "le" or "quantile" ? "tag_" + name : name;
    }

    internal static string Value(object? value) => value switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable list => $"[{string.Join(',', list.Cast<object?>().Select(Element))}]",
        _ => value.ToString() ?? "",
    };

    private static string Element(object? item) => item is string text ? $"\"{text}\"" : Value(item);
}
