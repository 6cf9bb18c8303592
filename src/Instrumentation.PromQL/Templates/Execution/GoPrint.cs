using System.Globalization;
using Instrumentation.PromQL.Evaluation;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Templates.Execution;

/// <summary>Values as Go's fmt prints them.</summary>
internal static class GoPrint
{
    // Deeper than any template makes its arguments by hand; a loop can nest them without end.
    private const int Deepest = 100;

    /// <summary>The text that <c>%v</c> gives.</summary>
    public static string Text(object? value)
    {
        if (value is string plain)
        {
            return plain;
        }

        var text = new BoundedText();
        Append(value, text);
        return text.ToString();
    }

    /// <summary>Appends the text that <c>%v</c> gives.</summary>
    public static void Append(object? value, BoundedText text, int depth = 0)
    {
        if (depth > Deepest)
        {
            throw new TemplateException($"what is printed is nested deeper than {Deepest}");
        }

        switch (value)
        {
            case VectorSample sample:
                AppendAll(text, '{', [sample.Labels, sample.Value], '}', depth);
                break;
            case TemplateData data:
                AppendAll(text, '{', [data.Labels, data.ExternalLabels, data.ExternalUrl, data.Value], '}', depth);
                break;
            case IReadOnlyList<VectorSample> samples:
                AppendAll(text, '[', samples.Select(static sample => (object?)sample), ']', depth);
                break;
            case Labels or IReadOnlyDictionary<string, object?>:
                AppendMap(text, value, depth);
                break;
            default:
                text.Append(value switch
                {
                    null => "<no value>",
                    string plain => plain,
                    bool truth => truth ? "true" : "false",
                    long number => number.ToString(CultureInfo.InvariantCulture),
                    double number => GoFormat.General(number),
                    DateTimeOffset time => GoTime.Print(time),
                    TimeSpan duration => GoTime.Print(duration),
                    GoName named => named.Name,
                    _ => throw new TemplateException($"can't print {Values.Type(value)}"),
                });
                break;
        }
    }

    private static void AppendAll(BoundedText text, char open, IEnumerable<object?> values, char close, int depth)
    {
        text.Append(open);
        var separator = "";
        foreach (var value in values)
        {
            text.Append(separator);
            Append(value, text, depth + 1);
            separator = " ";
        }

        text.Append(close);
    }

    private static void AppendMap(BoundedText text, object map, int depth)
    {
        var separator = "map[";
        foreach (var (key, value) in Values.Elements(map))
        {
            text.Append($"{separator}{key}:");
            Append(value, text, depth + 1);
            separator = " ";
        }

        text.Append(separator == " " ? "]" : "map[]");
    }
}
