using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Parsing;

/// <summary>Durations with their arithmetic (duration_expr and offset_duration_expr in promql/parser/generated_parser.y).</summary>
internal sealed class DurationParser(ParserState state)
{
    // A duration is evaluated recursively; nobody needs more terms than this.
    private const int MostTerms = 100;
    private int _terms;

    public DurationExpression ParsePositive(string context)
    {
        _terms = 0;
        var duration = Parse(context, 0);
        // Below a millisecond a step would be nothing, and the query would have no end.
        if (duration is DurationLiteral literal && literal.Milliseconds <= 0)
        {
            throw new SyntaxException(duration.Range, "duration must be greater than 0");
        }

        return duration;
    }

    /// <summary>Outside parentheses an offset is a single term: in <c>x offset 5m + 1</c> the 1 is added to x.</summary>
    public DurationExpression ParseOffset()
    {
        _terms = 0;
        const string Context = "offset";
        var sign = state.Next;
        if (sign.Kind is TokenKind.Plus or TokenKind.Minus)
        {
            state.Take();
            var operand = ParseTerm(Context);
            return sign.Kind == TokenKind.Minus ? Negate(operand, sign.Range) : operand;
        }

        var term = ParseTerm(Context);
        // The grammar reads on after a parenthesis, as its authors' parser does.
        return term is DurationParen ? ParseOperators(term, Context, 0) : term;
    }

    private DurationExpression Parse(string context, int precedence)
    {
        state.Descend();
        var sign = state.Next;
        DurationExpression left;
        if (sign.Kind is TokenKind.Plus or TokenKind.Minus)
        {
            state.Take();
            left = Parse(context, BinaryOperators.UnaryPrecedence + 1);
            left = sign.Kind == TokenKind.Minus ? Negate(left, sign.Range) : left;
        }
        else
        {
            left = ParseTerm(context);
        }

        left = ParseOperators(left, context, precedence);
        state.Ascend();
        return left;
    }

    private DurationExpression ParseOperators(DurationExpression left, string context, int precedence)
    {
        while (BinaryOperators.TryRead(state.Next, out var op) && op <= BinaryOperator.Power && op.Precedence() >= precedence)
        {
            var symbol = state.Take();
            var right = Parse(context, op == BinaryOperator.Power ? op.Precedence() : op.Precedence() + 1);
            if (op is BinaryOperator.Divide or BinaryOperator.Modulo && right is DurationLiteral { Seconds: 0 })
            {
                throw new SyntaxException(symbol.Range, op == BinaryOperator.Divide ? "division by zero" : "modulo by zero");
            }

            left = new DurationBinary(op, left, right);
            Experimental(left.Range);
        }

        return left;
    }

    private DurationExpression ParseTerm(string context)
    {
        var token = state.Next;
        if (++_terms > MostTerms)
        {
            throw new SyntaxException(token.Range, $"a duration has more than {MostTerms} terms");
        }

        if (token.Kind is TokenKind.Number or TokenKind.Duration)
        {
            state.Take();
            return Checked(new DurationLiteral(Literals.Number(token), token.Kind == TokenKind.Duration, token.Range));
        }

        if (state.TryTake(TokenKind.LeftParen))
        {
            var inner = Parse(context, 0);
            var closing = state.Expect(TokenKind.RightParen, context, "\")\"");
            return Experimental(new DurationParen(inner, token.Range.To(closing.Range)));
        }

        if (token.Is("step") || token.Is("range"))
        {
            state.Take();
            state.Expect(TokenKind.LeftParen, context, "\"()\"");
            var closing = state.Expect(TokenKind.RightParen, context, "\")\"");
            return Experimental(new DurationOfQuery(token.Is("step"), token.Range.To(closing.Range)));
        }

        if (token.Is("max_of") || token.Is("min_of"))
        {
            state.Take();
            state.Expect(TokenKind.LeftParen, context, "\"(\"");
            var left = Parse(context, 0);
            state.Expect(TokenKind.Comma, context, "\",\"");
            var right = Parse(context, 0);
            var closing = state.Expect(TokenKind.RightParen, context, "\")\"");
            return Experimental(new DurationChoice(token.Is("max_of"), left, right, token.Range.To(closing.Range)));
        }

        throw state.Unexpected(context, "a duration such as 5m, or a number of seconds");
    }

    private static DurationExpression Negate(DurationExpression operand, SourceRange sign) => operand switch
    {
        DurationLiteral literal => literal with { Seconds = -literal.Seconds, Range = sign.To(literal.Range) },
        _ => new DurationNegation(operand, sign.To(operand.Range)),
    };

    private static DurationLiteral Checked(DurationLiteral literal) =>
        literal.Seconds <= DurationArithmetic.LongestSeconds ? literal : throw new SyntaxException(literal.Range, "duration out of range");

    private T Experimental<T>(T duration)
        where T : DurationExpression
    {
        Experimental(duration.Range);
        return duration;
    }

    private void Experimental(SourceRange range) =>
        state.Require(ParserFeatures.DurationExpressions, range, "arithmetic in durations", "promql-duration-expr");
}
