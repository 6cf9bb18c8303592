namespace Instrumentation.PromQL.Parsing.Syntax;

/// <summary>What the grammar says about operators (promql/parser/generated_parser.y).</summary>
public static class BinaryOperators
{
    /// <summary>How tightly a sign before an operand binds: as multiplication does, so that <c>-2^2</c> is −4.</summary>
    internal const int UnaryPrecedence = 5;

    /// <summary>Whether it compares.</summary>
    /// <param name="op">The operator.</param>
    public static bool IsComparison(this BinaryOperator op) => op is >= BinaryOperator.Equal and <= BinaryOperator.LessOrEqual;

    /// <summary>Whether it works on sets of series.</summary>
    /// <param name="op">The operator.</param>
    public static bool IsSet(this BinaryOperator op) => op is BinaryOperator.And or BinaryOperator.Or or BinaryOperator.Unless;

    /// <summary>The operator as it is written.</summary>
    /// <param name="op">The operator.</param>
    public static string Symbol(this BinaryOperator op) => op switch
    {
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.Modulo => "%",
        BinaryOperator.Power => "^",
        BinaryOperator.Atan2 => "atan2",
        BinaryOperator.Equal => "==",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.Greater => ">",
        BinaryOperator.Less => "<",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.TrimUpper => "</",
        BinaryOperator.TrimLower => ">/",
        BinaryOperator.And => "and",
        BinaryOperator.Or => "or",
        _ => "unless",
    };

    internal static int Precedence(this BinaryOperator op) => op switch
    {
        BinaryOperator.Or => 1,
        BinaryOperator.And or BinaryOperator.Unless => 2,
        BinaryOperator.Add or BinaryOperator.Subtract => 4,
        BinaryOperator.Multiply or BinaryOperator.Divide or BinaryOperator.Modulo or BinaryOperator.Atan2 => UnaryPrecedence,
        BinaryOperator.Power => 6,
        _ => 3,
    };

    internal static bool TryRead(Token token, out BinaryOperator op)
    {
        var found = token.Kind switch
        {
            TokenKind.Plus => BinaryOperator.Add,
            TokenKind.Minus => BinaryOperator.Subtract,
            TokenKind.Star => BinaryOperator.Multiply,
            TokenKind.Slash => BinaryOperator.Divide,
            TokenKind.Percent => BinaryOperator.Modulo,
            TokenKind.Caret => BinaryOperator.Power,
            TokenKind.Equal => BinaryOperator.Equal,
            TokenKind.NotEqual => BinaryOperator.NotEqual,
            TokenKind.Greater => BinaryOperator.Greater,
            TokenKind.Less => BinaryOperator.Less,
            TokenKind.GreaterOrEqual => BinaryOperator.GreaterOrEqual,
            TokenKind.LessOrEqual => BinaryOperator.LessOrEqual,
            TokenKind.TrimUpper => BinaryOperator.TrimUpper,
            TokenKind.TrimLower => BinaryOperator.TrimLower,
            TokenKind.Identifier when token.Is("and") => BinaryOperator.And,
            TokenKind.Identifier when token.Is("or") => BinaryOperator.Or,
            TokenKind.Identifier when token.Is("unless") => BinaryOperator.Unless,
            TokenKind.Identifier when token.Is("atan2") => BinaryOperator.Atan2,
            _ => (BinaryOperator?)null,
        };
        op = found.GetValueOrDefault();
        return found.HasValue;
    }
}
