using Instrumentation.PromQL.Parsing;

namespace Instrumentation.Generator.Parsing.Rules;

/// <summary>A text of an attribute and where it stands.</summary>
/// <param name="Text">The text.</param>
/// <param name="Map">The places of its characters; null for code without source.</param>
/// <param name="Attribute">What is pointed at when there is nothing nearer.</param>
internal sealed record ArgumentText(string Text, TextMap? Map, SourceLocation? Attribute)
{
    /// <summary>Where the whole text stands.</summary>
    public SourceLocation? Location => Map?.Whole ?? Attribute;

    /// <summary>Where the text stands, without the quotes.</summary>
    public SourceLocation? Content => At(new(0, Text.Length));

    /// <summary>Where a part of it stands.</summary>
    public SourceLocation? At(SourceRange range) => Map?.At(range) ?? Attribute;
}
