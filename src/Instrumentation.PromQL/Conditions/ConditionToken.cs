using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Conditions;

internal enum ConditionTokenKind
{
    End,
    Word,
    Number,
    Comparison,
    LeftParen,
    RightParen,
    Arithmetic,

    /// <summary>What has no meaning in a shorthand; in PromQL it may.</summary>
    Other,
}

/// <summary>A piece of a condition. A number's text has its unit at the end.</summary>
internal readonly record struct ConditionToken(ConditionTokenKind Kind, SourceRange Range, string Text)
{
    public bool Is(string word) => Kind == ConditionTokenKind.Word && string.Equals(Text, word, StringComparison.OrdinalIgnoreCase);
}
