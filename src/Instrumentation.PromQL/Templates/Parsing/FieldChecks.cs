using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Templates.Parsing;

/// <summary>Finds misspelt variables and fields, and notes which labels are asked for.</summary>
internal static class FieldChecks
{
    public static DotOperand Dot(TemplateParserState state, DotOperand operand, string[] fields)
    {
        if (state.IsRoot)
        {
            Root(state, operand.Path, operand.Range, fields);
        }
        else
        {
            // What the dot stands for here is not known, and may well be the value.
            state.DependsOnValue = true;
        }

        return operand;
    }

    public static VariableOperand Variable(TemplateParserState state, VariableOperand operand, int nameEnd, string[] fields)
    {
        var name = new SourceRange(operand.Range.Start, nameEnd);
        if (!state.IsDeclared(operand.Name))
        {
            var nearest = Suggestions.Nearest(operand.Name, state.Variables);
            state.Note(name, $"undefined variable \"${operand.Name}\"", nearest is null ? null : "$" + nearest, replaces: true);
            return operand;
        }

        switch (operand.Name)
        {
            case "":
                Root(state, operand.Path, operand.Range, fields);
                break;
            case "value":
                state.DependsOnValue = true;
                NoFields(state, operand.Path, 0, operand.Range);
                break;
            case "labels" or "externalLabels":
                Labels(state, operand.Path, 0, operand.Range, isExternal: operand.Name != "labels");
                break;
            case "externalURL":
                NoFields(state, operand.Path, 0, operand.Range);
                break;
        }

        return operand;
    }

    private static void Root(TemplateParserState state, IReadOnlyList<string> path, SourceRange range, string[] fields)
    {
        if (path.Count == 0)
        {
            state.DependsOnValue = true;
            return;
        }

        switch (path[0])
        {
            case "Labels" or "ExternalLabels":
                Labels(state, path, 1, range, isExternal: path[0] != "Labels");
                break;
            case "Value":
                state.DependsOnValue = true;
                NoFields(state, path, 1, range);
                break;
            case "ExternalURL":
                NoFields(state, path, 1, range);
                break;
            default:
                var start = state.Text.IndexOf('.', range.Start) + 1;
                var place = new SourceRange(start, start + path[0].Length);
                state.Note(place, $"there is no field {path[0]}, but {string.Join(", ", fields)}", Suggestions.Nearest(path[0], fields), replaces: true);
                break;
        }
    }

    private static void Labels(TemplateParserState state, IReadOnlyList<string> path, int at, SourceRange range, bool isExternal)
    {
        NoFields(state, path, at + 1, range);
        if (path.Count > at && !isExternal)
        {
            var end = range.End - path.Skip(at + 1).Sum(static field => field.Length + 1);
            state.Labels.Add(new TemplateLabel(path[at], new SourceRange(end - path[at].Length, end)));
        }
    }

    private static void NoFields(TemplateParserState state, IReadOnlyList<string> path, int from, SourceRange range)
    {
        if (path.Count > from)
        {
            var rest = path.Skip(from).Sum(static field => field.Length + 1);
            state.Note(new SourceRange(range.End - rest, range.End), $"what stands before .{path[from]} has no fields");
        }
    }
}
