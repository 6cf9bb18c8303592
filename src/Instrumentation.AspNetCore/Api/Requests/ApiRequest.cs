using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Instrumentation.AspNetCore.Api.Requests;

/// <summary>The parameters of a request: those of a form come before those of the URL, as in Go's <c>Request.Form</c>.</summary>
internal sealed class ApiRequest
{
    /// <summary>The longest query that the parser takes, with room for what escaping adds.</summary>
    private const int MostBytes = 1024 * 1024;

    private static readonly FormOptions s_formOptions = new() { BufferBodyLengthLimit = MostBytes, ValueLengthLimit = MostBytes, KeyLengthLimit = 256 };

    private readonly IFormCollection? _form;
    private readonly IQueryCollection _query;

    private ApiRequest(IFormCollection? form, IQueryCollection query) => (_form, _query) = (form, query);

    /// <exception cref="ApiException">The form cannot be read.</exception>
    internal static async Task<ApiRequest> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        if (!request.HasFormContentType)
        {
            return new ApiRequest(null, request.Query);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = MostBytes;
        }

        try
        {
            return new ApiRequest(await request.ReadFormAsync(s_formOptions, context.RequestAborted).ConfigureAwait(false), request.Query);
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException)
        {
            throw ApiException.BadData($"error parsing form values: {exception.Message}", exception);
        }
    }

    /// <summary>The first value; empty when there is none.</summary>
    internal string Text(string name) => All(name) is { Count: > 0 } values ? values[0] ?? "" : "";

    internal StringValues All(string name) => StringValues.Concat(_form is null ? default : _form[name], _query[name]);

    /// <summary>A time in milliseconds since 1970.</summary>
    /// <exception cref="ApiException">It is none.</exception>
    internal long Time(string name, long otherwise)
    {
        var text = Text(name);
        return text.Length == 0 ? otherwise
            : ApiTime.TryParse(text, out var time) ? time
            : throw ApiException.BadParameter(name, $"Invalid time value for '{name}': {NoTime(text)}");
    }

    /// <inheritdoc cref="Time"/>
    internal long RequiredTime(string name)
    {
        var text = Text(name);
        return ApiTime.TryParse(text, out var time) ? time : throw ApiException.BadParameter(name, NoTime(text));
    }

    /// <summary>A duration in milliseconds.</summary>
    /// <exception cref="ApiException">It is none.</exception>
    internal long? Duration(string name)
    {
        var text = Text(name);
        return text.Length == 0 ? null
            : ApiTime.TryParseDuration(text, out var duration) ? duration
            : throw ApiException.BadParameter(name, $"cannot parse {Quote(text)} to a valid duration");
    }

    /// <summary>How many results are wanted; <see cref="int.MaxValue"/> for all.</summary>
    /// <exception cref="ApiException">It is no number, or a negative one.</exception>
    internal int Limit()
    {
        const string name = "limit";
        var text = Text(name);
        if (text.Length == 0)
        {
            return int.MaxValue;
        }

        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var limit))
        {
            throw ApiException.BadParameter(name, $"strconv.Atoi: parsing {Quote(text)}: invalid syntax");
        }

        return limit > 0 ? limit : limit == 0 ? int.MaxValue : throw ApiException.BadParameter(name, $"{name} must be non-negative");
    }

    private static string NoTime(string text) => $"cannot parse {Quote(text)} to a valid timestamp";

    internal static string Quote(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
