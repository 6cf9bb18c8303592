using System.IO.Pipelines;
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
            Json.WriteString(label.Name, label.Value);
        }

        Json.WriteEndObject();
    }

    internal void Strings(string property, IReadOnlyCollection<string> texts)
    {
        Json.WritePropertyName(property);
        Json.WriteStartArray();
        foreach (var text in texts)
        {
            Json.WriteStringValue(text);
        }

        Json.WriteEndArray();
    }

    public void Dispose() => Json.Dispose();
}
