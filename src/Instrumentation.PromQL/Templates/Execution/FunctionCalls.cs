using System.Globalization;
using System.Net;
using System.Text;
using Instrumentation.PromQL.Evaluation;
using Instrumentation.PromQL.Evaluation.Functions;
using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Templates.Execution;

/// <summary>The functions of a template; the parser has seen to it that each is known and has as many arguments as it takes.</summary>
internal sealed class FunctionCalls(TemplateData data)
{
    public object? Call(string name, List<object?> arguments) => name switch
    {
        "humanize" => Humanize.Number(Number(name, arguments)),
        "humanize1024" => Humanize.Binary(Number(name, arguments)),
        "humanizeDuration" => Humanize.Duration(Number(name, arguments)),
        "humanizePercentage" => Humanize.Percentage(Number(name, arguments)),
        "humanizeTimestamp" => Humanize.Timestamp(Number(name, arguments)),
        "toTime" => GoTime.FromSeconds(Number(name, arguments)),
        "toDuration" => ToDuration(Number(name, arguments)),
        "now" => data.Time.ToUnixTimeMilliseconds() / 1000.0,
        "parseDuration" => ParseDuration(Text(name, arguments, 0)),
        "title" => Title(Text(name, arguments, 0)),
        "toUpper" => Text(name, arguments, 0).ToUpperInvariant(),
        "toLower" => LowerCase(Text(name, arguments, 0)),
        "safeHtml" => Text(name, arguments, 0),
        "match" => Search(name, arguments, 0).IsMatch(Text(name, arguments, 1)),
        "reReplaceAll" => Replace(name, arguments),
        "stripPort" => HostNames.StripPort(Text(name, arguments, 0)),
        "stripDomain" => HostNames.StripDomain(Text(name, arguments, 0)),
        "graphLink" => Link(Text(name, arguments, 0), tab: 0),
        "tableLink" => Link(Text(name, arguments, 0), tab: 1),
        "urlQueryEscape" or "urlquery" => Uri.EscapeDataString(Print(arguments)).Replace("%20", "+", StringComparison.Ordinal),
        "html" => WebUtility.HtmlEncode(Print(arguments)),
        "js" => System.Text.Encodings.Web.JavaScriptEncoder.Default.Encode(Print(arguments)),
        "externalURL" => data.ExternalUrl,
        "pathPrefix" => Uri.TryCreate(data.ExternalUrl, UriKind.Absolute, out var url) ? url.AbsolutePath.TrimEnd('/') : "",
        "query" => Query(Text(name, arguments, 0)),
        "first" => Samples(name, arguments[0]) is [var first, ..] ? first : throw new TemplateException("error calling first: first() called on vector with no elements"),
        "label" => Sample(name, arguments[1]).Labels.Get(Text(name, arguments, 0)),
        "value" => Sample(name, arguments[0]).Value,
        "strvalue" => Sample(name, arguments[0]).Labels.Get("__value__"),
        "sortByLabel" => Samples(name, arguments[1]).OrderBy(sample => sample.Labels.Get(Text(name, arguments, 0)), StringComparer.Ordinal).ToList(),
        "args" => arguments.Select(static (value, i) => (Key: $"arg{i}", Value: value)).ToDictionary(static pair => pair.Key, static pair => pair.Value),
        "print" => Print(arguments),
        "println" => string.Join(' ', arguments.Select(Values.Print)) + "\n",
        "printf" => GoPrintf.Format(Text(name, arguments, 0), arguments[1..]),
        "len" => (long)Values.Length(arguments[0]),
        "index" => Index(arguments),
        "slice" => Slice(name, arguments),
        "not" => !Values.IsTrue(arguments[0]),
        _ => Comparisons.Compare(name, arguments),
    };

    private static double Number(string function, List<object?> arguments) => Values.Number(arguments[0], function);

    private static string Text(string function, List<object?> arguments, int at) => Values.Text(arguments[at], function);

    private static TimeSpan ToDuration(double seconds) => Math.Abs(seconds) < TimeSpan.MaxValue.TotalSeconds
        ? TimeSpan.FromSeconds(seconds)
        : throw new TemplateException($"error calling toDuration: {GoFormat.General(seconds)} cannot be represented as a duration");

    private static double ParseDuration(string text) => DurationText.TryParse(text, out var milliseconds)
        ? milliseconds / 1000.0
        : throw new TemplateException($"error calling parseDuration: not a valid duration string: \"{text}\"");

#pragma warning disable CA1308 // Lower case is what is asked for.
    private static string LowerCase(string text) => text.ToLowerInvariant();
#pragma warning restore CA1308

    private static string Title(string text)
    {
        var result = new StringBuilder(text.Length);
        var previous = ' ';
        foreach (var c in text)
        {
            result.Append(char.IsLetterOrDigit(previous) || previous == '_' ? c : char.ToUpperInvariant(c));
            previous = c;
        }

        return result.ToString();
    }

    private static System.Text.RegularExpressions.Regex Search(string function, List<object?> arguments, int at) => Compile(function, Text(function, arguments, at)).Regex;

    private static (System.Text.RegularExpressions.Regex Regex, IReadOnlyList<string?> Groups) Compile(string function, string pattern)
    {
        try
        {
            return (SafeRegex.CreateSearch(pattern, out var groups), groups);
        }
        catch (ArgumentException exception)
        {
            throw new TemplateException($"error calling {function}: error parsing regexp: {exception.Message}", exception);
        }
    }

    private static string Replace(string function, List<object?> arguments)
    {
        var (regex, groups) = Compile(function, Text(function, arguments, 0));
        var replacement = Text(function, arguments, 1);
        return regex.Replace(Text(function, arguments, 2), match => LabelTemplates.Expand(replacement, match, groups));
    }

    private static IReadOnlyList<VectorSample> Samples(string function, object? value) =>
        value as IReadOnlyList<VectorSample> ?? throw new TemplateException($"error calling {function}: wrong type for value; expected template.queryResult; got {Values.Type(value)}");

    private static VectorSample Sample(string function, object? value) =>
        value is VectorSample sample ? sample : throw new TemplateException($"error calling {function}: wrong type for value; expected *template.sample; got {Values.Type(value)}");

    // fmt.Sprint puts spaces only between operands of which neither is a string.
    private static string Print(List<object?> arguments)
    {
        var text = new StringBuilder();
        for (var i = 0; i < arguments.Count; i++)
        {
            if (i > 0 && arguments[i] is not string && arguments[i - 1] is not string)
            {
                text.Append(' ');
            }

            text.Append(Values.Print(arguments[i]));
        }

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

    private static string Slice(string function, List<object?> arguments)
    {
        var text = Text(function, arguments, 0);
        var from = arguments.Count > 1 ? (long)Values.Number(arguments[1], function) : 0;
        var to = arguments.Count > 2 ? (long)Values.Number(arguments[2], function) : text.Length;
        return from >= 0 && from <= to && to <= text.Length
            ? text[(int)from..(int)to]
            : throw new TemplateException(string.Create(CultureInfo.InvariantCulture, $"error calling slice: index out of range: {from}:{to}"));
    }

    private IReadOnlyList<VectorSample> Query(string text)
    {
        if (data.Query is null)
        {
            throw new TemplateException("error calling query: there is nothing to query here");
        }

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
    private static string Link(string expression, int tab) =>
        $"/graph?g0.expr={Uri.EscapeDataString(expression).Replace("%20", "+", StringComparison.Ordinal)}&g0.tab={tab}";
}
