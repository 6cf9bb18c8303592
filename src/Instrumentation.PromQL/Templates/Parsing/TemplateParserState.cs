using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Templates.Parsing;

/// <summary>What the parts of the parser share: the text, the place in it, the variables in scope, and what was found.</summary>
internal sealed class TemplateParserState(string text)
{
    // Each is compared with all that might have been meant, while somebody types.
    private const int MostErrors = 100;

    private static readonly string[] s_builtIn = ["", "labels", "externalLabels", "externalURL", "value"];

    private List<string> _variables = [.. s_builtIn];

    public string Text { get; } = text;

    public int Position { get; set; }

    public List<ParseError> Errors { get; } = [];

    public List<TemplateLabel> Labels { get; } = [];

    public Dictionary<string, IReadOnlyList<TemplateNode>> Definitions { get; } = new(StringComparer.Ordinal);

    public bool DependsOnValue { get; set; }

    public bool DependsOnTime { get; set; }

    /// <summary>Whether the dot is the template's data here: not within range, with or define.</summary>
    public bool IsRoot { get; set; } = true;

    /// <summary>Whether the action read last said that space after it is to go.</summary>
    public bool TrimsNext { get; set; }

    public int LoopDepth { get; set; }

    public int Depth { get; set; }

    public bool AtEnd => Position >= Text.Length;

    public char Current => Position < Text.Length ? Text[Position] : '\0';

    /// <summary>How many variables are in scope; to be given to <see cref="LeaveScope"/>.</summary>
    public int EnterScope() => _variables.Count;

    public void LeaveScope(int count) => _variables.RemoveRange(count, _variables.Count - count);

    /// <summary>Begins a template of its own, which sees no variable but <c>$</c>; to be ended by <see cref="LeaveTemplate"/>.</summary>
    public List<string> EnterTemplate()
    {
        var outer = _variables;
        _variables = [""];
        return outer;
    }

    public void LeaveTemplate(List<string> outer) => _variables = outer;

    public void Declare(string variable) => _variables.Add(variable);

    public bool IsDeclared(string variable) => _variables.Contains(variable);

    /// <summary>Whether Prometheus declares the variable; a template may declare another of the same name.</summary>
    public static bool IsBuiltIn(string variable) => Array.IndexOf(s_builtIn, variable) >= 0;

    public IEnumerable<string> Variables => _variables.Skip(1);

    public bool StartsWith(string prefix) => string.CompareOrdinal(Text, Position, prefix, 0, prefix.Length) == 0;

    public SourceRange From(int start) => new(start, Position);

    public void SkipSpace()
    {
        while (Position < Text.Length && Text[Position] is ' ' or '\t' or '\r' or '\n')
        {
            Position++;
        }
    }

    public SyntaxException Fail(int start, string message) => new(new SourceRange(start, Math.Max(start, Math.Min(Text.Length, Math.Max(Position, start + 1)))), message);

    /// <summary>Notes a mistake after which reading goes on.</summary>
    /// <exception cref="SyntaxException">There are too many.</exception>
    public void Note(SourceRange range, string message, string? suggestion = null, bool replaces = false)
    {
        if (Errors.Count >= MostErrors)
        {
            throw new SyntaxException(range, $"there are more than {MostErrors} mistakes; the rest is not looked at");
        }

        Errors.Add(new ParseError(range, suggestion is null ? message : $"{message}; did you mean \"{suggestion}\"?") { Replacement = replaces ? suggestion : null });
    }

    /// <summary>Letters, digits and underscores from here.</summary>
    public string ReadWord()
    {
        var start = Position;
        while (Position < Text.Length && (char.IsLetterOrDigit(Text[Position]) || Text[Position] == '_'))
        {
            Position++;
        }

        return Text.Substring(start, Position - start);
    }
}
