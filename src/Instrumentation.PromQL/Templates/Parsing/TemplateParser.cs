using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Templates.Parsing;

/// <summary>Reads templates of labels and annotations: Go's text/template with Prometheus' variables and functions. Static and thread-safe.</summary>
public static class TemplateParser
{
    /// <summary>The longest template that is looked at, in characters.</summary>
    public const int LongestTemplate = 100_000;

    private const int DeepestNesting = 100;

    /// <summary>Parses a template, and checks its functions, variables and fields.</summary>
    /// <param name="text">The template.</param>
    /// <returns>What it is made of or its mistakes; this never throws for a bad text.</returns>
    public static TemplateParseResult Parse(string text)
    {
        var state = new TemplateParserState(text);
        IReadOnlyList<TemplateNode> nodes = [];
        try
        {
            if (text.Length > LongestTemplate)
            {
                throw new SyntaxException(new SourceRange(LongestTemplate, text.Length), $"the template is longer than {LongestTemplate} characters");
            }

            nodes = ParseList(state, opener: null).Nodes;
            CheckInvocations(state, nodes);
            foreach (var body in state.Definitions.Values)
            {
                CheckInvocations(state, body);
            }
        }
        catch (SyntaxException exception)
        {
            state.Errors.Add(exception.Error);
        }

        return new TemplateParseResult(text, nodes, state);
    }

    /// <summary>Reads up to the end of the text, or to the <c>end</c> or <c>else</c> that belongs to an opener.</summary>
    private static (List<TemplateNode> Nodes, string Ending) ParseList(TemplateParserState state, (string Keyword, int Start)? opener)
    {
        var nodes = new List<TemplateNode>();
        while (TemplateText.Read(state, nodes))
        {
            var start = state.Position;
            if (TemplateText.SkipComment(state))
            {
                continue;
            }

            TemplateText.Open(state);
            var keyword = PeekWord(state);
            switch (keyword)
            {
                case "end" or "else":
                    if (opener is null)
                    {
                        throw state.Fail(start, $"unexpected {{{{{keyword}}}}}: there is nothing open that it could belong to");
                    }

                    state.Position += keyword.Length;
                    return (nodes, keyword);
                case "if" or "with" or "range":
                    nodes.Add(ParseBranch(state, start, keyword));
                    break;
                case "define" when opener is not null:
                    throw state.Fail(start, $"unexpected {{{{define}}}} within {{{{{opener.Value.Keyword}}}}}: templates are defined outside of all else");
                case "define" or "block" or "template":
                    ParseNamed(state, start, keyword, nodes);
                    break;
                case "break" or "continue":
                    nodes.Add(ParseLeave(state, start, keyword));
                    break;
                default:
                    var pipeline = PipelineParser.Parse(state, "action");
                    TemplateText.Close(state, start);
                    nodes.Add(new ActionNode(pipeline, state.From(start)));
                    break;
            }
        }

        if (opener is { } open)
        {
            throw new SyntaxException(new SourceRange(open.Start, state.Text.Length), $"{{{{{open.Keyword}}}}} has no {{{{end}}}}");
        }

        return (nodes, "");
    }

    private static BranchNode ParseBranch(TemplateParserState state, int start, string keyword)
    {
        if (++state.Depth > DeepestNesting)
        {
            throw state.Fail(start, $"the template nests deeper than {DeepestNesting}");
        }

        state.Position += keyword.Length;
        var kind = keyword switch { "if" => BranchKind.If, "with" => BranchKind.With, _ => BranchKind.Range };
        var scope = state.EnterScope();
        var pipeline = PipelineParser.Parse(state, keyword, isRange: kind == BranchKind.Range);
        TemplateText.Close(state, start);
        var wasRoot = state.IsRoot;
        state.IsRoot = wasRoot && kind == BranchKind.If;
        state.LoopDepth += kind == BranchKind.Range ? 1 : 0;
        var (body, ending) = ParseBody(state, keyword, start);
        state.LoopDepth -= kind == BranchKind.Range ? 1 : 0;
        state.IsRoot = wasRoot;
        IReadOnlyList<TemplateNode> otherwise = [];
        if (ending == "else")
        {
            state.SkipSpace();
            if (kind != BranchKind.Range && PeekWord(state) == keyword)
            {
                // {{else if}} needs no {{end}} of its own.
                otherwise = [ParseBranch(state, start, keyword)];
                return Leave();
            }

            TemplateText.Close(state, start);
            (otherwise, ending) = ParseBody(state, keyword, start);
            if (ending == "else")
            {
                throw state.Fail(start, $"{{{{{keyword}}}}} has more than one {{{{else}}}}");
            }
        }

        TemplateText.Close(state, start);
        return Leave();

        BranchNode Leave()
        {
            state.LeaveScope(scope);
            state.Depth--;
            return new BranchNode(kind, pipeline, body, otherwise, state.From(start));
        }
    }

    private static (List<TemplateNode> Nodes, string Ending) ParseBody(TemplateParserState state, string keyword, int start)
    {
        var scope = state.EnterScope();
        var list = ParseList(state, (keyword, start));
        state.LeaveScope(scope);
        return list;
    }

    private static void ParseNamed(TemplateParserState state, int start, string keyword, List<TemplateNode> nodes)
    {
        state.Position += keyword.Length;
        state.SkipSpace();
        if (state.Current is not ('"' or '`'))
        {
            throw state.Fail(state.Position, $"{keyword} needs a name in quotes");
        }

        var name = OperandParser.ReadString(state);
        state.SkipSpace();
        var argument = keyword == "define" || state.StartsWith("}}") || state.StartsWith("-}}") ? null : PipelineParser.Parse(state, keyword);
        TemplateText.Close(state, start);
        if (keyword != "template")
        {
            // Its dot is whatever it will be given.
            var (wasRoot, loops) = (state.IsRoot, state.LoopDepth);
            (state.IsRoot, state.LoopDepth) = (false, 0);
            var outer = state.EnterTemplate();
            var (body, ending) = ParseBody(state, keyword, start);
            state.LeaveTemplate(outer);
            if (ending == "else")
            {
                throw state.Fail(start, $"unexpected {{{{else}}}} in {keyword}");
            }

            TemplateText.Close(state, start);
            (state.IsRoot, state.LoopDepth) = (wasRoot, loops);
            state.Definitions[name] = body;
        }

        if (keyword != "define")
        {
            nodes.Add(new InvocationNode(name, argument, state.From(start)));
        }
    }

    private static LeaveNode ParseLeave(TemplateParserState state, int start, string keyword)
    {
        state.Position += keyword.Length;
        TemplateText.Close(state, start);
        if (state.LoopDepth == 0)
        {
            state.Note(state.From(start), $"{{{{{keyword}}}}} outside {{{{range}}}}");
        }

        return new LeaveNode(keyword == "continue", state.From(start));
    }

    private static string PeekWord(TemplateParserState state)
    {
        var start = state.Position;
        var word = state.ReadWord();
        state.Position = start;
        return word;
    }

    private static void CheckInvocations(TemplateParserState state, IReadOnlyList<TemplateNode> nodes)
    {
        foreach (var node in nodes)
        {
            if (node is InvocationNode invocation && !state.Definitions.ContainsKey(invocation.Name))
            {
                var nearest = Suggestions.Nearest(invocation.Name, state.Definitions.Keys);
                state.Note(invocation.Range, $"template \"{invocation.Name}\" not defined", suggestion: nearest);
            }
            else if (node is BranchNode branch)
            {
                CheckInvocations(state, branch.Body);
                CheckInvocations(state, branch.Else);
            }
        }
    }
}
