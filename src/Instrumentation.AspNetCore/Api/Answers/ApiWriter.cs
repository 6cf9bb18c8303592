using System.IO.Pipelines;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.AspNetCore.Api.Answers;

/// <summary>Writes JSON into the response as it comes, so that a large result is never held twice.</summary>
internal sealed class ApiWriter(PipeWriter output, CancellationToken cancellation) : IDisposable
{
    private const int FlushAt = 32 * 1024;

    // It is JSON and nothing else: there is no page in which < or & could do harm.
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    internal Utf8JsonWriter Json { get; } = new(output, s_options);

    /// <summary>Sends what has come together, once it is worth it. To be called between series.</summary>
    internal ValueTask SendSomeAsync() => Json.BytesPending + output.UnflushedBytes < FlushAt ? ValueTask.CompletedTask : SendAsync();

    internal async ValueTask SendAsync()
    {
        await Json.FlushAsync(cancellation).ConfigureAwait(false);
        await output.FlushAsync(cancellation).ConfigureAwait(false);
    }

    internal void Labels(string property, Labels labels)
    {
        Json.WritePropertyName(property);
        Labels(labels);
    }

    internal void Labels(Labels labels)
    {
        Json.WriteStartObject();
        foreach (ref readonly var label in labels.Span)
        {
            Text(label.Name, label.Value);
        }

        Json.WriteEndObject();
    }

    internal void Strings(string property, IReadOnlyCollection<string> texts)
    {
        Json.WritePropertyName(property);
        Json.WriteStartArray();
        foreach (var text in texts)
        {
            Text(text);
        }

        Json.WriteEndArray();
    }

    internal void Text(string property, string text)
    {
        Json.WritePropertyName(property);
        Text(text);
    }

    /// <summary>A text of which nobody knows that it is one: a query may give bytes that are not UTF-8. As in Go, each becomes U+FFFD.</summary>
    internal void Text(string text)
    {
        if (text.AsSpan().ContainsAnyInRange('\ud800', '\udfff'))
        {
            Json.WriteStringValue(Encoding.UTF8.GetBytes(text));
        }
        else
        {
            Json.WriteStringValue(text);
        }
    }

    public void Dispose() => Json.Dispose();
}
