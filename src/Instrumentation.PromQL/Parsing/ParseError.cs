namespace Instrumentation.PromQL.Parsing;

/// <summary>One mistake in a query.</summary>
/// <param name="Range">The characters that are wrong.</param>
/// <param name="Message">What is wrong and, where that is known, what to write instead.</param>
public sealed record ParseError(SourceRange Range, string Message)
{
    /// <summary>The name that was probably meant, if the mistake is a misspelt one; it replaces <see cref="Range"/>.</summary>
    public string? Replacement { get; init; }

    /// <summary>The message with its place, as Prometheus words it: <c>1:5: parse error: …</c>.</summary>
    /// <param name="text">The query.</param>
    public string Describe(string text) => $"{Range.Describe(text)}: parse error: {Message}";
}
