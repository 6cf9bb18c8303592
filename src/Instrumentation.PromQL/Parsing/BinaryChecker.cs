using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Parsing;

/// <summary>Whether an operator, its modifiers and its sides fit together.</summary>
internal static class BinaryChecker
{
    public static void Check(BinaryExpression binary, List<ParseError> errors)
    {
        TypeChecker.Check(binary.Left, errors);
        TypeChecker.Check(binary.Right, errors);
        CheckSide(binary.Left, errors);
        CheckSide(binary.Right, errors);

        var matching = binary.Matching;
        var symbol = binary.Operator.Symbol();
        var filled = matching.FillLeft is not null || matching.FillRight is not null;
        void Fail(SourceRange range, string message) => errors.Add(new ParseError(range, message));

        if (binary.ReturnsBool && !binary.Operator.IsComparison())
        {
            Fail(binary.OperatorRange, "bool modifier can only be used on comparison operators");
        }

        foreach (var label in matching.Labels)
        {
            if (matching.IsOn && matching.Include.Contains(label))
            {
                Fail(binary.OperatorRange, $"label \"{label}\" must not occur in ON and GROUP clause at once");
            }
        }

        if (binary.Left.Kind == ValueKind.Scalar && binary.Right.Kind == ValueKind.Scalar && binary.Operator.IsComparison() && !binary.ReturnsBool)
        {
            Fail(binary.OperatorRange, $"comparisons between scalars must use BOOL modifier; write {symbol} bool");
        }

        if (binary.Left.Kind != ValueKind.InstantVector || binary.Right.Kind != ValueKind.InstantVector)
        {
            if (binary.Operator.IsSet())
            {
                Fail(binary.Range, $"set operator \"{symbol}\" not allowed in binary scalar expression");
            }

            if (matching.Labels.Count > 0)
            {
                Fail(binary.Range, "vector matching only allowed between instant vectors");
            }

            if (filled)
            {
                Fail(binary.Range, "filling in missing series only allowed between instant vectors");
            }
        }
        else if (binary.Operator.IsSet())
        {
            if (matching.Cardinality != MatchCardinality.OneToOne)
            {
                Fail(binary.Range, $"no grouping allowed for \"{symbol}\" operation");
            }

            if (filled)
            {
                Fail(binary.Range, "filling in missing series not allowed for set operators");
            }
        }
    }

    private static void CheckSide(Expression side, List<ParseError> errors)
    {
        if (side.Kind is not (ValueKind.Scalar or ValueKind.InstantVector))
        {
            errors.Add(new ParseError(
                side.Range, $"binary expression must contain only scalar and instant vector types, got {side.Kind.Name()}"));
        }
    }
}
