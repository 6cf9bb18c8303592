using System.Globalization;
using System.Text;
using Instrumentation.PromQL.Evaluation;
using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Templates.Execution;

/// <summary>The functions of a template; the parser has seen to it that each is known and has as many arguments as it takes.</summary>
internal sealed class FunctionCalls(TemplateData data, TemplateBudget budget)
{
    private const int StepsToQuery = 10_000;
    private const int StepsToMakeMap = 10;

    private readonly PatternCache _patterns = new(budget);

    public object? Call(string name, List<object?> arguments)
    {
        var result = Make(name, arguments);
        if (result is string text)
        {
            budget.SpendText(text);
        }

        return result;
    }

    private object? Make(string name, List<object?> arguments) => name switch
    {
        "humanize" => Humanize.Number(Number(name, arguments)),
        "humanize1024" => Humanize.Binary(Number(name, arguments)),
        "humanizeDuration" => Humanize.Duration(Number(name, arguments)),
        "humanizePercentage" => Humanize.Percentage(Number(name, arguments)),
        "humanizeTimestamp" => Humanize.Timestamp(name, Number(name, arguments)),
        "toTime" => GoTime.FromSeconds(name, Number(name, arguments)),
        "toDuration" => ToDuration(Number(name, arguments)),
        "now" => data.Time.ToUnixTimeMilliseconds() / 1000.0,
        "parseDuration" => ParseDuration(Text(name, arguments, 0)),
        "title" => TitleCase.Of(Text(name, arguments, 0)),
        "toUpper" => Text(name, arguments, 0).ToUpperInvariant(),
        "toLower" => LowerCase(Text(name, arguments, 0)),
        "safeHtml" => Text(name, arguments, 0),
        "match" => _patterns.Matches(name, Text(name, arguments, 0), Text(name, arguments, 1)),
        "reReplaceAll" => _patterns.Replace(name, Text(name, arguments, 0), Text(name, arguments, 1), Text(name, arguments, 2)),
        "stripPort" => HostNames.StripPort(Text(name, arguments, 0)),
        "stripDomain" => HostNames.StripDomain(Text(name, arguments, 0)),
        "graphLink" => Link(Text(name, arguments, 0), tab: 0),
        "tableLink" => Link(Text(name, arguments, 0), tab: 1),
        "urlQueryEscape" => Escapes.Query(Text(name, arguments, 0)),
        "urlquery" => Escapes.Query(Print(arguments)),
        "html" => Escapes.Html(Print(arguments)),
        "js" => Escapes.JavaScript(Print(arguments)),
        "externalURL" => data.ExternalUrl,
        "pathPrefix" => Uri.TryCreate(data.ExternalUrl, UriKind.Absolute, out var url) ? url.AbsolutePath.TrimEnd('/') : "",
        "query" => Query(Text(name, arguments, 0)),
        "first" => Samples(name, arguments[0]) is [var first, ..] ? first : throw new TemplateException("error calling first: first() called on vector with no elements"),
        "label" => Sample(name, arguments[1]).Labels.Get(Text(name, arguments, 0)),
        "value" => Sample(name, arguments[0]).Value,
        "strvalue" => Sample(name, arguments[0]).Labels.Get("__value__"),
        "sortByLabel" => Samples(name, arguments[1]).OrderBy(sample => sample.Labels.Get(Text(name, arguments, 0)), StringComparer.Ordinal).ToList(),
        "args" => Map(arguments),
        "print" => Print(arguments),
        "println" => PrintLine(arguments),
        "printf" => GoPrintf.Format(Text(name, arguments, 0), arguments[1..]),
        "len" => (long)Values.Length(arguments[0]),
        "index" => Index(arguments),
        "slice" => Slice(name, arguments),
        "not" => !Values.IsTrue(arguments[0]),
        _ => Comparisons.Compare(name, arguments),
    };

    private static double Number(string function, List<object?> arguments) => Values.Number(arguments[0], function);

    private static string Text(string function, List<object?> arguments, int at) => Values.Text(arguments[at], function);

    private static TimeSpan ToDuration(double seconds) => Math.Abs(seconds) < GoTime.MostSeconds
        ? TimeSpan.FromSeconds(seconds)
        : throw new TemplateException($"error calling toDuration: {GoFormat.General(seconds)} cannot be represented as a duration");

    private static double ParseDuration(string text) => DurationText.TryParse(text.StartsWith('-') ? text[1..] : text, out var milliseconds)
        ? (text.StartsWith('-') ? -milliseconds : milliseconds) / 1000.0
        : throw new TemplateException($"error calling parseDuration: not a valid duration string: \"{text}\"");

#pragma warning disable CA1308 // Lower case is what is asked for.
    private static string LowerCase(string text) => text.ToLowerInvariant();
#pragma warning restore CA1308

    private static IReadOnlyList<VectorSample> Samples(string function, object? value) =>
        value as IReadOnlyList<VectorSample> ?? throw new TemplateException($"error calling {function}: wrong type for value; expected template.queryResult; got {Values.Type(value)}");

    private static VectorSample Sample(string function, object? value) =>
        value is VectorSample sample ? sample : throw new TemplateException($"error calling {function}: wrong type for value; expected *template.sample; got {Values.Type(value)}");

    // fmt.Sprint puts spaces only between operands of which neither is a string.
    private static string Print(List<object?> arguments)
    {
        var text = new BoundedText();
        for (var i = 0; i < arguments.Count; i++)
        {
            if (i > 0 && arguments[i] is not string && arguments[i - 1] is not string)
            {
                text.Append(' ');
            }

            GoPrint.Append(arguments[i], text);
        }

        return text.ToString();
    }

    private static string PrintLine(List<object?> arguments)
    {
        var text = new BoundedText();
        for (var i = 0; i < arguments.Count; i++)
        {
            text.Append(i > 0 ? " " : "");
            GoPrint.Append(arguments[i], text);
        }

        text.Append('\n');
        return text.ToString();
    }

    private static object? Index(List<object?> arguments)
    {
        var value = arguments[0];
        foreach (var key in arguments.Skip(1))
        {
            value = (value, key) switch
            {
                (Labels or IReadOnlyDictionary<string, object?>, string field) => Values.Field(value, field),
                (IReadOnlyList<VectorSample> samples, long at) when at >= 0 && at < samples.Count => samples[(int)at],
                (IReadOnlyList<VectorSample>, long at) => throw new TemplateException($"error calling index: index out of range: {at}"),
                _ => throw new TemplateException($"error calling index: cannot index {Values.Type(value)} with {Values.Type(key)}"),
            };
        }

        return value;
    }

    private static object Slice(string function, List<object?> arguments)
    {
        // As in Go, and as len counts, a string is a row of bytes.
        var bytes = arguments[0] is string text ? Encoding.UTF8.GetBytes(text) : null;
        var samples = bytes is null ? Samples(function, arguments[0]) : [];
        var length = bytes?.Length ?? samples.Count;
        var from = arguments.Count > 1 ? Position(function, arguments[1]) : 0;
        var to = arguments.Count > 2 ? Position(function, arguments[2]) : length;
        if (from < 0 || from > to || to > length)
        {
            throw new TemplateException(string.Create(CultureInfo.InvariantCulture, $"error calling slice: index out of range: {from}:{to}"));
        }

        return bytes is null ? samples.Skip((int)from).Take((int)(to - from)).ToList() : Encoding.UTF8.GetString(bytes.AsSpan((int)from..(int)to));
    }

    private static long Position(string function, object? value) =>
        value as long? ?? throw new TemplateException($"error calling {function}: cannot index with type {Values.Type(value)}");

    private Dictionary<string, object?> Map(List<object?> arguments)
    {
        budget.Spend(StepsToMakeMap + arguments.Count);
        var map = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var argument in arguments)
        {
            map.Add("arg" + map.Count.ToString(CultureInfo.InvariantCulture), argument);
        }

        return map;
    }

    private IReadOnlyList<VectorSample> Query(string text)
    {
        if (data.Query is null)
        {
            throw new TemplateException("error calling query: there is nothing to query here");
        }

        budget.Spend(StepsToQuery);
        try
        {
            return data.Query(text);
        }
        catch (Exception exception) when (exception is QueryException or ParseException or InvalidOperationException)
        {
            throw new TemplateException($"error calling query: {exception.Message}", exception);
        }
    }

    // strutil.GraphLinkForExpression
    private static string Link(string expression, int tab) => $"/graph?g0.expr={Escapes.Query(expression)}&g0.tab={tab}";
}
