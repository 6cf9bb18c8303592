namespace Instrumentation.AspNetCore.Api.Answers;

/// <summary>A good answer: its data, and what its reader should know about it.</summary>
/// <param name="WriteAsync">Writes the value of <c>data</c>.</param>
internal sealed record ApiAnswer(Func<ApiWriter, ValueTask> WriteAsync)
{
    internal const string Truncated = "results truncated due to limit";

    internal IReadOnlyList<string> Warnings { get; init; } = [];

    internal IReadOnlyList<string> Infos { get; init; } = [];

    /// <summary>An answer that is small enough to be written in one go.</summary>
    internal static ApiAnswer Of(Action<ApiWriter> write) => new(writer =>
    {
        write(writer);
        return ValueTask.CompletedTask;
    });

    /// <summary>A list of texts, cut off at a limit.</summary>
    internal static ApiAnswer OfTexts(IReadOnlyCollection<string> texts, int limit) => new(async writer =>
    {
        writer.Json.WriteStartArray();
        foreach (var text in texts.Take(limit))
        {
            writer.Text(text);
            await writer.SendSomeAsync().ConfigureAwait(false);
        }

        writer.Json.WriteEndArray();
    })
    {
        Warnings = texts.Count > limit ? [Truncated] : [],
    };
}
