using System.Globalization;
using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Templates.Parsing;

/// <summary>Reads operands: fields, variables, functions, literals, parentheses.</summary>
internal static class OperandParser
{
    private static readonly string[] s_fields = ["Labels", "ExternalLabels", "ExternalURL", "Value"];

    /// <exception cref="SyntaxException">It is none.</exception>
    public static TemplateOperand Parse(TemplateParserState state)
    {
        var start = state.Position;
        var current = state.Current;
        if (current == '.' && !Characters.IsDigit(Peek(state)))
        {
            var path = ReadPath(state, isDot: true);
            return FieldChecks.Dot(state, new DotOperand(path, state.From(start)), s_fields);
        }

        switch (current)
        {
            case '$':
                state.Position++;
                var name = state.ReadWord();
                var nameEnd = state.Position;
                return FieldChecks.Variable(state, new VariableOperand(name, ReadPath(state), state.From(start)), nameEnd, s_fields);
            case '(':
                state.Position++;
                var inner = PipelineParser.Parse(state, "parenthesized pipeline");
                if (state.Current != ')')
                {
                    throw state.Fail(start, "unclosed left paren");
                }

                state.Position++;
                return new PipelineOperand(inner, ReadPath(state), state.From(start));
            case '"' or '`':
                return new LiteralOperand(ReadString(state), state.From(start));
            case '\'':
                return ReadCharacter(state, start);
            case '.' or '+' or '-' or (>= '0' and <= '9'):
                return ReadNumber(state, start);
            default:
                return ReadName(state, start);
        }
    }

    /// <exception cref="SyntaxException">It does not end, or has a bad escape.</exception>
    public static string ReadString(TemplateParserState state)
    {
        var start = state.Position;
        state.Position = StringLiterals.FindEnd(state.Text, start);
        var range = state.From(start);
        return StringLiterals.Unquote(new Token(TokenKind.String, range, state.Text.Substring(start, range.End - start)));
    }

    private static LiteralOperand ReadCharacter(TemplateParserState state, int start)
    {
        var text = ReadString(state);
        var isOne = text.Length == 1 || (text.Length == 2 && char.IsSurrogatePair(text, 0));
        return isOne ? new LiteralOperand((long)char.ConvertToUtf32(text, 0), state.From(start)) : throw state.Fail(start, "malformed character constant");
    }

    private static LiteralOperand ReadNumber(TemplateParserState state, int start)
    {
        state.Position++;
        while (!state.AtEnd && (Characters.IsWord(state.Current) || state.Current == '.'
            || (state.Current is '+' or '-' && state.Text[state.Position - 1] is 'e' or 'E')))
        {
            state.Position++;
        }

        var text = state.Text.Substring(start, state.Position - start);
        var digits = text.TrimStart('+', '-');
        var sign = text[0] == '-' ? -1 : 1;
        if (digits.Length > 0 && (Characters.IsDigit(digits[0]) || digits[0] == '.') && Numbers.TryParse(digits, out var number))
        {
            var isWhole = digits.IndexOfAny(['.', 'e', 'E']) < 0 || digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
            return isWhole && long.TryParse(number.ToString("F0", CultureInfo.InvariantCulture), NumberStyles.None, CultureInfo.InvariantCulture, out var whole)
                ? new LiteralOperand(sign * whole, state.From(start))
                : new LiteralOperand(sign * number, state.From(start));
        }

        throw state.Fail(start, $"bad number syntax: \"{text}\"");
    }

    private static TemplateOperand ReadName(TemplateParserState state, int start)
    {
        var name = state.ReadWord();
        switch (name)
        {
            case "":
                throw state.Fail(start, $"unexpected \"{state.Current}\" in an action");
            case "true" or "false":
                return new LiteralOperand(name == "true", state.From(start));
            case "nil":
                return new LiteralOperand(null, state.From(start));
        }

        var range = state.From(start);
        if (!TemplateFunctions.IsKnown(name))
        {
            state.Note(range, $"function \"{name}\" not defined", Suggestions.Nearest(name, TemplateFunctions.Names), replaces: true);
        }

        state.DependsOnTime |= name is "query" or "now";
        return new FunctionOperand(name, range);
    }

    private static List<string> ReadPath(TemplateParserState state, bool isDot = false)
    {
        var path = new List<string>();
        while (state.Current == '.')
        {
            var next = Peek(state);
            if (!char.IsLetter(next) && next != '_')
            {
                if (isDot && path.Count == 0)
                {
                    state.Position++;
                    break;
                }

                throw state.Fail(state.Position, "a field name has to follow the dot");
            }

            state.Position++;
            path.Add(state.ReadWord());
        }

        return path;
    }

    private static char Peek(TemplateParserState state) => state.Position + 1 < state.Text.Length ? state.Text[state.Position + 1] : '\0';
}
