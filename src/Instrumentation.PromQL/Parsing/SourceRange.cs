namespace Instrumentation.PromQL.Parsing;

/// <summary>The half-open range of characters [Start, End) of a query's text that a token, a node or an error stands for.</summary>
/// <param name="Start">Index of the first character.</param>
/// <param name="End">Index after the last character.</param>
public readonly record struct SourceRange(int Start, int End)
{
    /// <summary>The smallest range that covers both.</summary>
    public SourceRange To(SourceRange other) => new(Start, other.End);

    /// <summary>The start as <c>line:column</c>, both counted from 1.</summary>
    /// <param name="text">The query that the range refers to.</param>
    public string Describe(string text)
    {
        if (Start < 0 || Start > text.Length)
        {
            return "unknown position";
        }

        var line = 1;
        var lineStart = 0;
        for (var i = 0; i < Start; i++)
        {
            if (text[i] == '\n')
            {
                line++;
                lineStart = i + 1;
            }
        }

        return $"{line}:{Start - lineStart + 1}";
    }
}
