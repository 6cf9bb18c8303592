using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Parsing;

/// <summary>Operators, signs, parentheses and literals: a Pratt parser for promql/parser/generated_parser.y.</summary>
internal sealed class ExpressionParser
{
    private readonly ParserState _state;
    private readonly SelectorParser _selectors;
    private readonly ModifierParser _modifiers;
    private readonly CallParser _calls;

    public ExpressionParser(ParserState state)
    {
        _state = state;
        _selectors = new SelectorParser(state);
        _modifiers = new ModifierParser(state);
        _calls = new CallParser(state, this);
    }

    public Expression ParseQuery()
    {
        if (_state.Next.Kind == TokenKind.EndOfInput)
        {
            throw new SyntaxException(_state.Next.Range, "no expression found in input");
        }

        var expression = Parse();
        ExpectEnd();
        ParserState.CheckDepth(expression);
        return expression;
    }

    public Expression ParseLoneSelector()
    {
        var selector = _selectors.Parse();
        ExpectEnd();
        return selector;
    }

    /// <summary>Parses operators that bind at least as tightly as <paramref name="precedence"/>.</summary>
    public Expression Parse(int precedence = 0)
    {
        _state.Descend();
        var left = ParseOperand();
        while (BinaryOperators.TryRead(_state.Next, out var op) && op.Precedence() >= precedence)
        {
            var operatorRange = _state.Take().Range;
            var matching = BinaryModifierParser.Parse(_state, out var returnsBool);
            operatorRange = new SourceRange(operatorRange.Start, _state.LastEnd);
            // Only ^ groups from the right.
            var right = Parse(op == BinaryOperator.Power ? op.Precedence() : op.Precedence() + 1);
            left = new BinaryExpression(op, left, right, returnsBool, matching, operatorRange);
        }

        _state.Ascend();
        return left;
    }

    private Expression ParseOperand()
    {
        if (_state.Next.Kind is not (TokenKind.Plus or TokenKind.Minus))
        {
            return _modifiers.ParsePostfix(ParsePrimary());
        }

        var sign = _state.Take();
        var negates = sign.Kind == TokenKind.Minus;
        var operand = Parse(BinaryOperators.UnaryPrecedence + 1);
        var range = sign.Range.To(operand.Range);
        return operand is NumberLiteral number
            ? number with { Value = negates ? -number.Value : number.Value, Range = range }
            : new UnaryExpression(negates, operand, range);
    }

    private Expression ParsePrimary()
    {
        var token = _state.Next;
        switch (token.Kind)
        {
            case TokenKind.Number:
            case TokenKind.Duration:
                _state.Take();
                return new NumberLiteral(Literals.Number(token), token.Kind == TokenKind.Duration, token.Range);
            case TokenKind.String:
                _state.Take();
                return new StringLiteral(StringLiterals.Unquote(token), token.Range);
            case TokenKind.LeftParen:
                _state.Take();
                var inner = Parse();
                var closing = _state.Expect(TokenKind.RightParen, "parentheses", "\")\" or an operator");
                return new ParenExpression(inner, token.Range.To(closing.Range));
            case TokenKind.LeftBrace:
            case TokenKind.MetricIdentifier:
                return _selectors.Parse();
            case TokenKind.Identifier when !Keywords.Reserved(token.Text):
                return _calls.TryParse() ?? _selectors.Parse();
            default:
                throw _state.Unexpected("", "an expression: a metric, a function, a number or \"(\"");
        }
    }

    private void ExpectEnd()
    {
        var token = _state.Next;
        switch (token.Kind)
        {
            case TokenKind.EndOfInput:
                return;
            case TokenKind.RightParen:
                throw new SyntaxException(token.Range, "unexpected right parenthesis \")\": none is open");
            case TokenKind.RightBracket:
                throw new SyntaxException(token.Range, "unexpected right bracket \"]\": none is open");
            case TokenKind.Assign:
                throw new SyntaxException(token.Range, "unexpected \"=\"; equality of values is written ==");
            default:
                throw _state.Unexpected("", "an operator or the end");
        }
    }
}
