using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>Operators on two numbers (vectorElemBinop and scalarBinop in promql/engine.go).</summary>
internal static class BinaryArithmetic
{
    /// <summary>Whether the result is no longer a value of the metric, so that its name goes.</summary>
    public static bool ChangesMeaning(BinaryOperator op) => op <= BinaryOperator.Atan2;

    /// <summary>Applies an operator to two samples.</summary>
    /// <returns>Whether the sample is kept; a comparison gives its left side.</returns>
    public static bool Apply(BinaryOperator op, double left, double right, out double value)
    {
        if (ChangesMeaning(op))
        {
            value = Calculate(op, left, right);
            return true;
        }

        value = left;
        return Compare(op, left, right);
    }

    /// <summary>Applies an operator to two scalars; comparisons give 0 or 1.</summary>
    public static double ApplyScalar(BinaryOperator op, double left, double right) =>
        ChangesMeaning(op) ? Calculate(op, left, right) : Compare(op, left, right) ? 1 : 0;

    private static double Calculate(BinaryOperator op, double left, double right) => op switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        BinaryOperator.Divide => left / right,
        BinaryOperator.Modulo => left % right,
        BinaryOperator.Power => Math.Pow(left, right),
        _ => Math.Atan2(left, right),
    };

    private static bool Compare(BinaryOperator op, double left, double right) => op switch
    {
        BinaryOperator.Equal => left == right,
        BinaryOperator.NotEqual => left != right,
        BinaryOperator.Greater => left > right,
        BinaryOperator.Less => left < right,
        BinaryOperator.GreaterOrEqual => left >= right,
        BinaryOperator.LessOrEqual => left <= right,
        // Trimming is for native histograms; floats have nothing to trim.
        _ => false,
    };
}
