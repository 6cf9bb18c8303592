using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Parsing;

/// <summary>Function calls and aggregations.</summary>
internal sealed class CallParser(ParserState state, ExpressionParser expressions)
{
    private const string ExperimentalFlag = "promql-experimental-functions";

    /// <summary>Parses what starts with a word; null when the word names a metric instead.</summary>
    public Expression? TryParse()
    {
        var next = state.PeekSecond();
        var word = state.Next.Text;
        if (Keywords.IsAggregation(word))
        {
            return next.Kind == TokenKind.LeftParen || next.Is("by") || next.Is("without") ? ParseAggregation() : null;
        }

        return next.Kind == TokenKind.LeftParen ? ParseCall() : null;
    }

    private CallExpression ParseCall()
    {
        var name = state.Take();
        if (!FunctionTable.TryFind(name.Text, out var function))
        {
            throw new SyntaxException(UnknownFunction(name));
        }

        var arguments = ParseArguments();
        if (function!.IsExperimental)
        {
            state.Require(ParserFeatures.ExperimentalFunctions, name.Range, $"function \"{name.Text}\"", ExperimentalFlag);
        }

        return new CallExpression(function, arguments, new SourceRange(name.Range.Start, state.LastEnd));
    }

    private static ParseError UnknownFunction(Token name)
    {
        var suggestion = FunctionTable.Suggest(name.Text);
        var hint = suggestion is null ? "" : $"; did you mean \"{suggestion}\"?";
        return new ParseError(name.Range, $"unknown function with name \"{name.Text}\"{hint}") { Replacement = suggestion };
    }

    private AggregateExpression ParseAggregation()
    {
        var name = state.Take();
        var op = AggregationOperators.Read(name.Text);
        IReadOnlyList<string> grouping = [];
        var without = false;
        var grouped = IsGrouping();
        if (grouped)
        {
            (without, grouping) = ParseGrouping();
        }

        if (state.Next.Kind != TokenKind.LeftParen)
        {
            throw state.Unexpected("aggregation", "\"(\"");
        }

        var arguments = ParseArguments();
        if (!grouped && IsGrouping())
        {
            (without, grouping) = ParseGrouping();
        }

        var range = new SourceRange(name.Range.Start, state.LastEnd);
        if (op.IsExperimental())
        {
            state.Require(ParserFeatures.ExperimentalFunctions, name.Range, $"{op.Name()}()", ExperimentalFlag);
        }

        var wanted = op.TakesParameter() ? 2 : 1;
        if (arguments.Count != wanted)
        {
            var form = wanted == 1 ? $"{op.Name()}(vector)" : $"{op.Name()}(parameter, vector)";
            throw new SyntaxException(
                range,
                arguments.Count == 0
                    ? $"no arguments for aggregate expression provided; write {form}"
                    : $"wrong number of arguments for aggregate expression provided, expected {wanted}, got {arguments.Count}; write {form}");
        }

        return new AggregateExpression(op, wanted == 2 ? arguments[0] : null, arguments[wanted - 1], grouping, without, range);
    }

    private bool IsGrouping() => state.Next.Is("by") || state.Next.Is("without");

    private (bool Without, IReadOnlyList<string> Labels) ParseGrouping()
    {
        var without = state.Take().Is("without");
        return (without, GroupingParser.Parse(state));
    }

    private List<Expression> ParseArguments()
    {
        state.Take();
        var arguments = new List<Expression>();
        if (state.TryTake(TokenKind.RightParen))
        {
            return arguments;
        }

        while (true)
        {
            arguments.Add(expressions.Parse());
            if (state.Next.Kind != TokenKind.Comma)
            {
                state.Expect(TokenKind.RightParen, "function call", "\",\" or \")\"");
                return arguments;
            }

            var comma = state.Take();
            if (state.Next.Kind == TokenKind.RightParen)
            {
                throw new SyntaxException(comma.Range, "trailing commas not allowed in function call args");
            }
        }
    }
}
