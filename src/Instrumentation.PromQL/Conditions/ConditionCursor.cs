using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Conditions;

/// <summary>The place in the tokens of a condition in shorthand, and what was found on the way to it.</summary>
internal sealed class ConditionCursor(List<ConditionToken> tokens)
{
    private int _position;

    public List<ConditionError> Errors { get; } = [];

    public List<ConditionWindow> Windows { get; } = [];

    public ConditionToken Next => tokens[_position];

    /// <summary>The token after the next; the end again at the end.</summary>
    public ConditionToken AfterNext => tokens[Math.Min(_position + 1, tokens.Count - 1)];

    /// <summary>Where the token taken last ends.</summary>
    public int LastEnd => tokens[_position - 1].Range.End;

    /// <summary>The place of the next token, or the token before the end: an end is no place that could be underlined.</summary>
    public SourceRange NextPlace => Next.Kind == ConditionTokenKind.End && tokens.Count > 1 ? tokens[tokens.Count - 2].Range : Next.Range;

    public ConditionToken Take() => tokens[_position < tokens.Count - 1 ? _position++ : _position];

    /// <summary>Takes <c>over</c> and a duration, if that comes next.</summary>
    public TimeSpan? TryTakeWindow()
    {
        if (!Next.Is("over"))
        {
            return null;
        }

        var over = Take();
        var window = WindowParser.Read(over, Next);
        Take();
        Windows.Add(window);
        return window.Length;
    }

    /// <summary>The window that follows the parentheses inside which the next token stands.</summary>
    public TimeSpan? FindWindowAfterParentheses()
    {
        var depth = 1;
        for (var i = _position; i < tokens.Count; i++)
        {
            depth += tokens[i].Kind switch { ConditionTokenKind.LeftParen => 1, ConditionTokenKind.RightParen => -1, _ => 0 };
            if (depth == 0)
            {
                return i + 2 < tokens.Count && tokens[i + 1].Is("over")
                    && DurationText.TryParse(tokens[i + 2].Text, out var milliseconds) && milliseconds > 0
                    ? TimeSpan.FromMilliseconds(milliseconds)
                    : null;
            }
        }

        return null;
    }
}
