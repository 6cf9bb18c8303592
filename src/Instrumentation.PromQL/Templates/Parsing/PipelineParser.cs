using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Templates.Parsing;

/// <summary>Reads pipelines: <c>$x := first (query "up") | value</c>.</summary>
internal static class PipelineParser
{
    private const int DeepestNesting = 100;

    /// <exception cref="SyntaxException">It is none.</exception>
    public static TemplatePipeline Parse(TemplateParserState state, string where, bool isRange = false)
    {
        if (++state.Depth > DeepestNesting)
        {
            throw state.Fail(state.Position, $"the template nests deeper than {DeepestNesting}");
        }

        state.SkipSpace();
        var start = state.Position;
        var (variables, declares) = ParseVariables(state, isRange);
        var commands = new List<TemplateCommand>();
        while (true)
        {
            commands.Add(ParseCommand(state, where, takesPiped: commands.Count > 0));
            state.SkipSpace();
            if (state.Current != '|')
            {
                break;
            }

            state.Position++;
        }

        // Only now: the variable is not yet there in what sets it.
        foreach (var variable in declares ? variables : [])
        {
            state.Declare(variable);
        }

        state.Depth--;
        return new TemplatePipeline(variables, declares, commands, state.From(start));
    }

    private static (List<string> Variables, bool Declares) ParseVariables(TemplateParserState state, bool isRange)
    {
        var start = state.Position;
        var variables = new List<string>();
        while (state.Current == '$')
        {
            var at = state.Position++;
            variables.Add(state.ReadWord());
            state.SkipSpace();
            if (isRange && variables.Count == 1 && state.Current == ',')
            {
                state.Position++;
                state.SkipSpace();
                continue;
            }

            if (state.StartsWith(":="))
            {
                state.Position += 2;
                return (variables, true);
            }

            if (state.Current == '=')
            {
                if (!state.IsDeclared(variables[0]))
                {
                    state.Note(new SourceRange(at, at + 1 + variables[0].Length), $"undefined variable \"${variables[0]}\"");
                }

                state.Position++;
                return (variables, false);
            }

            break;
        }

        // The variable is only the first operand.
        state.Position = start;
        return ([], false);
    }

    private static TemplateCommand ParseCommand(TemplateParserState state, string where, bool takesPiped)
    {
        state.SkipSpace();
        var start = state.Position;
        var operands = new List<TemplateOperand>();
        while (!TemplateText.AtClose(state) && state.Current is not ('|' or ')'))
        {
            operands.Add(OperandParser.Parse(state));
            var end = state.Position;
            state.SkipSpace();
            if (state.Position == end && !TemplateText.AtClose(state) && state.Current is not ('|' or ')'))
            {
                throw state.Fail(end, $"unexpected \"{state.Current}\" after an operand; operands are separated by spaces");
            }
        }

        var range = state.From(start);
        if (operands.Count == 0)
        {
            throw state.Fail(state.Position, state.AtEnd ? "unclosed action: there is no }}" : $"missing value for {where}");
        }

        Check(state, operands, takesPiped, range);
        return new TemplateCommand(operands, range);
    }

    private static void Check(TemplateParserState state, List<TemplateOperand> operands, bool takesPiped, SourceRange range)
    {
        for (var i = 1; i < operands.Count; i++)
        {
            // A function as an argument is called without arguments.
            CheckCount(state, operands[i], 0);
        }

        if (operands[0] is FunctionOperand)
        {
            CheckCount(state, operands[0], operands.Count - 1 + (takesPiped ? 1 : 0));
        }
        else if ((operands.Count > 1 || takesPiped) && !MayBeMethod(state, operands[0]))
        {
            state.Note(range, $"\"{state.Text.Substring(operands[0].Range.Start, operands[0].Range.End - operands[0].Range.Start)}\" is no function and takes no arguments");
        }
    }

    // Times and durations have methods: ($value | toTime).Format "15:04". What stands for the data of the template has none.
    private static bool MayBeMethod(TemplateParserState state, TemplateOperand operand) => operand.Path.Count > 0 && operand switch
    {
        PipelineOperand => true,
        VariableOperand variable => !TemplateParserState.IsBuiltIn(variable.Name),
        DotOperand => !state.IsRoot,
        _ => false,
    };

    private static void CheckCount(TemplateParserState state, TemplateOperand operand, int count)
    {
        if (operand is FunctionOperand function && TemplateFunctions.IsKnown(function.Name) && TemplateFunctions.WrongCount(function.Name, count) is { } wrong)
        {
            state.Note(function.Range, wrong);
        }
    }
}
