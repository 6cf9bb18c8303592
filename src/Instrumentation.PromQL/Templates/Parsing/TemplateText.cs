using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Templates.Parsing;

/// <summary>The text between actions, and their delimiters: <c>{{</c>, <c>{{-</c>, <c>}}</c>, <c>-}}</c>.</summary>
internal static class TemplateText
{
    private static readonly char[] s_space = [' ', '\t', '\r', '\n'];

    /// <summary>Reads text up to the next action. False at the end of the template.</summary>
    public static bool Read(TemplateParserState state, List<TemplateNode> nodes)
    {
        var start = state.Position;
        var open = state.Text.IndexOf("{{", start, StringComparison.Ordinal);
        state.Position = open < 0 ? state.Text.Length : open;
        var text = state.Text.Substring(start, state.Position - start);
        text = state.TrimsNext ? text.TrimStart(s_space) : text;
        text = open >= 0 && TrimsBefore(state) ? text.TrimEnd(s_space) : text;
        state.TrimsNext = false;
        if (text.Length > 0)
        {
            nodes.Add(new TextNode(text, state.From(start)));
        }

        return open >= 0;
    }

    /// <summary>Skips <c>{{/* … */}}</c> or <c>{{- /* … */ -}}</c>, if that is what stands here.</summary>
    /// <exception cref="SyntaxException">The comment does not end, or not with the action.</exception>
    public static bool SkipComment(TemplateParserState state)
    {
        var start = state.Position;
        var open = start + (TrimsBefore(state) ? 4 : 2);
        if (string.CompareOrdinal(state.Text, open, "/*", 0, 2) != 0)
        {
            return false;
        }

        var end = state.Text.IndexOf("*/", open + 2, StringComparison.Ordinal);
        if (end < 0)
        {
            state.Position = state.Text.Length;
            throw state.Fail(start, "unclosed comment");
        }

        state.Position = end + 2;
        if (!state.StartsWith("}}") && !(Array.IndexOf(s_space, state.Current) >= 0 && string.CompareOrdinal(state.Text, end + 3, "-}}", 0, 3) == 0))
        {
            throw state.Fail(start, "comment ends before closing delimiter; only }} or a space and -}} may follow it");
        }

        Close(state, start);
        return true;
    }

    /// <summary>Steps over the opening delimiter and space after it.</summary>
    public static void Open(TemplateParserState state)
    {
        state.Position += TrimsBefore(state) ? 3 : 2;
        state.SkipSpace();
    }

    /// <summary>Steps over the closing delimiter, which has to stand here.</summary>
    /// <exception cref="SyntaxException">Something else does.</exception>
    public static void Close(TemplateParserState state, int start)
    {
        state.SkipSpace();
        if (TrimsAfter(state))
        {
            state.TrimsNext = true;
            state.Position += 3;
        }
        else if (state.StartsWith("}}"))
        {
            state.Position += 2;
        }
        else if (state.AtEnd)
        {
            throw state.Fail(start, "unclosed action: there is no }}");
        }
        else
        {
            throw state.Fail(state.Position, $"unexpected \"{state.Current}\" in an action");
        }
    }

    public static bool AtClose(TemplateParserState state) => state.AtEnd || state.StartsWith("}}") || TrimsAfter(state);

    // The marker needs a space before it, or it would be a minus sign.
    private static bool TrimsAfter(TemplateParserState state) =>
        state.StartsWith("-}}") && state.Position > 0 && Array.IndexOf(s_space, state.Text[state.Position - 1]) >= 0;

    private static bool TrimsBefore(TemplateParserState state) =>
        state.StartsWith("{{-") && state.Position + 3 < state.Text.Length && Array.IndexOf(s_space, state.Text[state.Position + 3]) >= 0;
}
