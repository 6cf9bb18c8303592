using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>Says that trimming floats gives nothing.</summary>
internal static class TrimNote
{
    public static void AddIfFloats(EvaluationContext context, BinaryExpression binary, bool any)
    {
        if (any && binary.Operator is (BinaryOperator.TrimLower or BinaryOperator.TrimUpper))
        {
            var symbol = binary.Operator.Symbol();
            context.Annotations.Info(
                $"incompatible sample types encountered for binary operator \"{symbol}\": float {symbol} float", binary.Range);
        }
    }
}
